import type { FastifyPluginAsync } from 'fastify';
import type { CachedUser, UserCache } from '../cache/user-cache.ts';
import type { UserStore } from '../data/store.ts';
import { NotFound } from '../errors.ts';
import { type IdParams, idParams, integer, object, query, real, text, whole } from '../schemas.ts';

interface Options {
  users: UserStore;
  cache: UserCache;
}

const readSchema = object({
  source: text,
  user_id: whole,
  name: text,
  email: text,
  elapsed_ms: real,
});
const warmedSchema = object({ warmed_count: whole, elapsed_ms: real });
const deletedSchema = object({ deleted: whole });

export const cacheRoutes: FastifyPluginAsync<Options> = async (app, { users, cache }) => {
  const answer = (source: 'cache' | 'database', user: CachedUser, start: number) => ({
    source,
    user_id: user.id,
    name: user.name,
    email: user.email,
    elapsed_ms: performance.now() - start,
  });
  const fromDatabase = async (id: number) => {
    const user = await users.find(id);
    if (!user) throw new NotFound('id', id);
    return user;
  };
  // The cache makes answers faster; without it they still come.
  const withoutCache = (error: unknown) => {
    console.error(error);
    return undefined;
  };

  app.get<{ Params: IdParams }>(
    '/cache/users/:id/no-cache',
    { schema: { params: idParams, response: { 200: readSchema } } },
    async ({ params: { id } }) => {
      const start = performance.now();
      return answer('database', await fromDatabase(id), start);
    },
  );

  app.get<{ Params: IdParams }>(
    '/cache/users/:id/cached',
    { schema: { params: idParams, response: { 200: readSchema } } },
    async ({ params: { id } }) => {
      const start = performance.now();
      const cached = await cache.find(id).catch(withoutCache);
      if (cached) return answer('cache', cached, start);
      const user = await fromDatabase(id);
      await cache.store([user]).catch(withoutCache);
      return answer('database', user, start);
    },
  );

  app.delete<{ Params: IdParams }>(
    '/cache/users/:id',
    { schema: { params: idParams, response: { 200: deletedSchema } } },
    async ({ params: { id } }) => ({ deleted: await cache.remove(id) }),
  );

  app.delete('/cache/flush', { schema: { response: { 200: deletedSchema } } }, async () => ({
    deleted: await cache.clear(),
  }));

  app.post<{ Querystring: { count: number } }>(
    '/cache/warmup',
    {
      schema: {
        querystring: query({ count: integer(1, 1_000, 100) }),
        response: { 200: warmedSchema },
      },
    },
    async ({ query: { count } }) => {
      const start = performance.now();
      const first = await users.first(count);
      await cache.store(first);
      return { warmed_count: first.length, elapsed_ms: performance.now() - start };
    },
  );
};
