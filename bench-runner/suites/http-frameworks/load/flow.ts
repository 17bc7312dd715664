import type { HttpRequest, Iteration, VirtualUser } from '../../../define/http-load.ts';
import { drawInteger } from './draw.ts';
import { expectEqual, jsonObject } from './expect.ts';
import { updateUser } from './new-user.ts';
import { login, tokenOf } from './tokens.ts';
import { readUser, userCount } from './users.ts';

/** Request names of the flow, in order. */
export const flowSteps = ['login', 'read', 'update', 'read-again'];

/** Login, read, change and read again; every virtual user has as many users of its own. */
export function userFlow(virtualUsers: number): (user: VirtualUser) => Iteration {
  const own = Math.floor(userCount / virtualUsers);
  return function* (user) {
    const id = 1 + user.index * own + drawInteger(() => user.random(), 0, own - 1);
    const signedIn = yield login(id);
    const headers = { authorization: `Bearer ${tokenOf(jsonObject(signedIn))}` };
    const read = readUser(id);
    const before = yield { ...read, headers };
    const changed = {
      name: `Flow User ${user.iteration}`,
      email: String(jsonObject(before).email),
    };
    yield { ...updateUser(id, changed), headers };
    yield { ...read, name: 'read-again', headers, check: expectName(changed.name) };
  };
}

function expectName(name: string): NonNullable<HttpRequest['check']> {
  return (answer) => expectEqual('the name', jsonObject(answer).name, name);
}
