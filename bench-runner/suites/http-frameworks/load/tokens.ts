import type { HttpRequest, LoadContext } from '../../../define/http-load.ts';
import { expectEqual, jsonObject } from './expect.ts';

/** `POST /auth/login/jwt?user_id=`. */
export function login(id: number): HttpRequest {
  return {
    name: 'login',
    method: 'POST',
    path: `/auth/login/jwt?user_id=${id}`,
    check: (answer) => {
      tokenOf(jsonObject(answer));
    },
  };
}

/** @throws Error where the answer to a login holds no JSON Web Token. */
export function tokenOf({ access_token: token }: Record<string, unknown>): string {
  if (typeof token !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    throw new Error(`access_token is ${JSON.stringify(token)}; expected a JSON Web Token`);
  }
  return token;
}

/** `GET /auth/protected/jwt` with the token of a user. */
export function withToken(token: string, id: number): HttpRequest {
  return {
    name: 'protected',
    method: 'GET',
    path: '/auth/protected/jwt',
    headers: { authorization: `Bearer ${token}` },
    check: (answer) => {
      const { auth_type, user_id } = jsonObject(answer);
      expectEqual('auth_type', auth_type, 'jwt');
      expectEqual('user_id', Number(user_id), id);
    },
  };
}

/** `GET /auth/protected/none`: the same answer without a token. */
export const withoutToken: HttpRequest = {
  name: 'protected',
  method: 'GET',
  path: '/auth/protected/none',
  check: (answer) => expectEqual('auth_type', jsonObject(answer).auth_type, 'none'),
};

/** Requests with the tokens of the first users, and one whose signature is not right. */
export async function tokenRequests(
  count: number,
  { ask }: Pick<LoadContext, 'ask'>,
): Promise<{ valid: HttpRequest[]; forged: HttpRequest }> {
  const valid: HttpRequest[] = [];
  for (let id = 1; id <= count; id += 1) {
    valid.push(withToken(tokenOf(jsonObject(await ask(login(id)))), id));
  }
  const [header, payload] = tokenOf(jsonObject(await ask(login(1)))).split('.');
  const forged = withToken(`${header}.${payload}.${'A'.repeat(43)}`, 1);
  return { valid, forged: { ...forged, status: 401 } };
}
