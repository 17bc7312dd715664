import type { HttpAnswer, HttpRequest, LoadContext } from '../../../define/http-load.ts';
import { volumes } from '../data/volumes.ts';
import { drawInteger } from './draw.ts';
import { expectEqual, expectFields, jsonObject, jsonRows } from './expect.ts';

/** Rows of the table `users`, with ids from 1. */
export const userCount = volumes.users;

const fields = ['id', 'name', 'email', 'created_at'];

/** `GET /users`: the first 1,000 users by id. */
export const readUsers: HttpRequest = {
  name: 'list',
  method: 'GET',
  path: '/users',
  check: expectUsers,
};

const readUserRequests = Array.from(
  { length: userCount },
  (_, index): HttpRequest => ({
    name: 'read',
    method: 'GET',
    path: `/users/${index + 1}`,
    check: (answer) => {
      expectUser(answer, index + 1);
      return { found: true };
    },
  }),
);

/** `GET /users/{id}`, the same object for the same user. */
export function readUser(id: number): HttpRequest {
  const request = readUserRequests[id - 1];
  if (request === undefined) throw new RangeError(`Expected an id of 1 to ${userCount}, got ${id}`);
  return request;
}

/** `GET /users/{id}` of a random user. */
export function readAnyUser(random: () => number): HttpRequest {
  return readUser(drawInteger(random, 1, userCount));
}

/** @throws Error unless the answer is the user with this id. */
export function expectUser(answer: HttpAnswer, id: number): void {
  const user = jsonObject(answer);
  expectFields(user, fields);
  expectEqual('the id', user.id, id);
}

/** Asks for the first, a middle and the last user, and for the list. */
export async function checkUsers({ ask }: Pick<LoadContext, 'ask'>): Promise<void> {
  for (const id of [1, userCount / 2, userCount]) expectUser(await ask(readUser(id)), id);
  expectUsers(await ask(readUsers));
}

function expectUsers(answer: HttpAnswer): void {
  const users = jsonRows(answer, userCount);
  expectFields(users[0], fields);
  expectEqual('the first id', users[0]?.id, 1);
}
