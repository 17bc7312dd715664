import type { FastifyPluginAsync } from 'fastify';
import type { NewUser, UserStore } from '../data/store.ts';
import { NotFound } from '../errors.ts';
import { array, type IdParams, idParams, object, userSchema } from '../schemas.ts';

const listed = 1_000;

const body = object({
  // PostgreSQL keeps no null character in text, and a name must have something to see.
  name: {
    type: 'string',
    minLength: 1,
    maxLength: 100,
    pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
  },
  email: {
    type: 'string',
    maxLength: 254,
    pattern: '^[^\\s@\\u0000]+@[^\\s@\\u0000]+\\.[^\\s@\\u0000]+$',
  },
});

export const userRoutes: FastifyPluginAsync<{ users: UserStore }> = async (app, { users }) => {
  app.get('/users', { schema: { response: { 200: array(userSchema) } } }, () =>
    users.first(listed),
  );

  app.get<{ Params: IdParams }>(
    '/users/:id',
    { schema: { params: idParams, response: { 200: userSchema } } },
    async ({ params: { id } }) => {
      const user = await users.find(id);
      if (!user) throw new NotFound('id', id);
      return user;
    },
  );

  app.post<{ Body: NewUser }>(
    '/users',
    { schema: { body, response: { 201: userSchema } } },
    async (request, reply) => {
      const user = await users.create(request.body);
      return reply.code(201).send(user);
    },
  );

  app.put<{ Params: IdParams; Body: NewUser }>(
    '/users/:id',
    { schema: { params: idParams, body, response: { 200: userSchema } } },
    async ({ params: { id }, body }) => {
      const user = await users.update(id, body);
      if (!user) throw new NotFound('id', id);
      return user;
    },
  );

  app.delete<{ Params: IdParams }>(
    '/users/:id',
    { schema: { params: idParams } },
    async ({ params: { id } }, reply) => {
      if (!(await users.remove(id))) throw new NotFound('id', id);
      return reply.code(204).send();
    },
  );
};
