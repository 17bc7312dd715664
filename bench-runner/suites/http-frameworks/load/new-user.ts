import type { HttpRequest, LoadContext, VirtualUser } from '../../../define/http-load.ts';
import { expectEqual, expectFields, jsonObject } from './expect.ts';
import { expectUser } from './users.ts';

/** What a client sends to create or change a user. */
export interface NewUser {
  name: string;
  email: string;
}

const fields = ['id', 'name', 'email', 'created_at'];

/** A user that nobody else creates: the address holds the virtual user and its iteration. */
export function newUser({ index, iteration }: Pick<VirtualUser, 'index' | 'iteration'>): NewUser {
  return {
    name: `Load User ${index}`,
    email: `load-${index}-${iteration}@example.net`,
  };
}

/** `POST /users`; the answer must be the user created. */
export function createUser(user: NewUser): HttpRequest {
  return {
    name: 'create',
    method: 'POST',
    path: '/users',
    json: user,
    status: 201,
    check: (answer) => {
      const created = jsonObject(answer);
      expectFields(created, fields);
      expectEqual('the user', { name: created.name, email: created.email }, user);
    },
  };
}

/** `PUT /users/{id}`; the answer must be the user as it was sent. */
export function updateUser(id: number, user: NewUser): HttpRequest {
  return {
    name: 'update',
    method: 'PUT',
    path: `/users/${id}`,
    json: user,
    check: (answer) => {
      const { name, email } = jsonObject(answer);
      expectUser(answer, id);
      expectEqual('the user', { name, email }, user);
    },
  };
}

export function deleteUser(id: number): HttpRequest {
  return { name: 'delete', method: 'DELETE', path: `/users/${id}`, status: 204 };
}

/** Creates a user, looks at it, finds its address taken, changes it and deletes it again. */
export async function checkWrites({ ask }: Pick<LoadContext, 'ask'>): Promise<void> {
  const user = { name: 'Check', email: 'check@example.net' };
  const create = createUser(user);
  const created = await ask(create);
  create.check?.(created);
  const id = Number(jsonObject(created).id);
  await ask({ ...create, status: 409 });
  const update = updateUser(id, { ...user, name: 'Changed' });
  update.check?.(await ask(update));
  await ask(deleteUser(id));
  await ask({ method: 'GET', path: `/users/${id}`, status: 404 });
}
