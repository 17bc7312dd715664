import type { HttpRequest, LoadContext } from '../../../define/http-load.ts';
import { drawInteger } from './draw.ts';
import { expectEqual, jsonObject } from './expect.ts';

const distinct = 64;

/** `GET /protected` with random tokens and request ids, which the answers must hold. */
export function protectedRequests(random: () => number): [HttpRequest, ...HttpRequest[]] {
  const [first, ...others] = Array.from({ length: distinct }, () => protectedRequest(random));
  if (first === undefined) throw new Error('no requests were made');
  return [first, ...others];
}

function protectedRequest(random: () => number): HttpRequest {
  const token = `${hexadecimal(random)}${hexadecimal(random)}`;
  const requestId = `${hexadecimal(random)}-${hexadecimal(random)}`;
  return {
    name: 'protected',
    method: 'GET',
    path: '/protected',
    headers: { authorization: `Bearer ${token}`, 'x-request-id': requestId },
    check: (answer) => {
      expectEqual('the answer', jsonObject(answer), {
        message: 'Access granted',
        user: `user_from_token_${token.slice(0, 8)}`,
      });
      expectEqual('the header x-request-id', answer.headers['x-request-id'], requestId);
    },
  };
}

function hexadecimal(random: () => number): string {
  return drawInteger(random, 0, 0xffff_ffff).toString(16).padStart(8, '0');
}

/** Asks with a token, without one and with one that is too short. */
export async function checkProtected(
  request: HttpRequest,
  { ask }: Pick<LoadContext, 'ask'>,
): Promise<void> {
  request.check?.(await ask(request));
  const { headers, ...bare } = request;
  await ask({ ...bare, status: 401 });
  await ask({ ...bare, headers: { ...headers, authorization: 'Bearer short' }, status: 401 });
}
