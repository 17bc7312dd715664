import type { HttpRequest, LoadContext } from '../../../define/http-load.ts';
import { expectEqual, jsonObject } from './expect.ts';

const password = 'correct horse battery staple';

/** How a hash of each algorithm begins, with OWASP's settings. */
const prefixes: Readonly<Record<string, RegExp>> = {
  argon2id: /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
  bcrypt: /^\$2[aby]\$10\$/,
};

/** `POST /passwords/hash`; the hash must name the algorithm with its settings. */
export function hashPassword(algorithm: string): HttpRequest {
  return {
    name: 'hash',
    method: 'POST',
    path: `/passwords/hash?algorithm=${algorithm}`,
    json: { password },
    check: (answer) => {
      const { hash } = jsonObject(answer);
      if (typeof hash !== 'string' || !prefixes[algorithm]?.test(hash)) {
        throw new Error(`the hash is ${JSON.stringify(hash)}; expected ${prefixes[algorithm]}`);
      }
    },
  };
}

/** `POST /passwords/verify` with a hash that the subject made. */
export async function verifyPassword(
  algorithm: string,
  { ask }: Pick<LoadContext, 'ask'>,
): Promise<{ right: HttpRequest; wrong: HttpRequest }> {
  const { hash } = jsonObject(await ask(hashPassword(algorithm)));
  const verify = (tried: string, valid: boolean): HttpRequest => ({
    name: 'verify',
    method: 'POST',
    path: '/passwords/verify',
    json: { password: tried, hash },
    check: (answer) => expectEqual('valid', jsonObject(answer).valid, valid),
  });
  return { right: verify(password, true), wrong: verify(`${password}!`, false) };
}
