import type { FastifyPluginAsync } from 'fastify';
import type { UserStore } from '../data/store.ts';
import { NotFound, Refusal } from '../errors.ts';
import { id, object, query, text } from '../schemas.ts';

const identity = object({ auth_type: text, user_id: { type: ['integer', 'null'] } });

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string };
    user: { sub: string };
  }
}

export const authRoutes: FastifyPluginAsync<{ users: UserStore }> = async (app, { users }) => {
  app.post<{ Querystring: { user_id: number } }>(
    '/auth/login/jwt',
    {
      schema: {
        querystring: query({ user_id: id }),
        response: { 200: object({ access_token: text }) },
      },
    },
    async ({ query: { user_id } }) => {
      const user = await users.find(user_id);
      if (!user) throw new NotFound('user_id', user_id);
      return { access_token: app.jwt.sign({ sub: String(user.id) }) };
    },
  );

  app.get(
    '/auth/protected/jwt',
    {
      schema: { response: { 200: identity } },
      onRequest: async (request) => {
        try {
          await request.jwtVerify();
        } catch {
          throw new Refusal(401, 'authorization', 'must be a Bearer token that is valid');
        }
      },
    },
    async ({ user }) => ({ auth_type: 'jwt', user_id: Number(user.sub) }),
  );

  app.get('/auth/protected/none', { schema: { response: { 200: identity } } }, async () => ({
    auth_type: 'none',
    user_id: null,
  }));
};
