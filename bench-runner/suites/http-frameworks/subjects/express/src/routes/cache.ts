import { Router } from 'express';
import { z } from 'zod';
import type { CachedUser, UserCache } from '../cache/user-cache.ts';
import type { UserStore } from '../data/store.ts';
import { NotFound } from '../refusal.ts';
import { idParams, integer, parse } from '../validation.ts';

const WarmUpQuery = z.object({ count: integer(1, 1_000).default(100) });

export function cacheRoutes(users: UserStore, cache: UserCache): Router {
  const router = Router();
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

  router.get('/cache/users/:id/no-cache', async (request, response) => {
    const { id } = parse(idParams, request.params);
    const start = performance.now();
    response.json(answer('database', await fromDatabase(id), start));
  });

  router.get('/cache/users/:id/cached', async (request, response) => {
    const { id } = parse(idParams, request.params);
    const start = performance.now();
    const cached = await cache.find(id).catch(withoutCache);
    if (cached) {
      response.json(answer('cache', cached, start));
      return;
    }
    const user = await fromDatabase(id);
    await cache.store([user]).catch(withoutCache);
    response.json(answer('database', user, start));
  });

  router.delete('/cache/users/:id', async (request, response) => {
    const { id } = parse(idParams, request.params);
    response.json({ deleted: await cache.remove(id) });
  });

  router.delete('/cache/flush', async (_request, response) => {
    response.json({ deleted: await cache.clear() });
  });

  router.post('/cache/warmup', async (request, response) => {
    const { count } = parse(WarmUpQuery, request.query);
    const start = performance.now();
    const first = await users.first(count);
    await cache.store(first);
    response.json({ warmed_count: first.length, elapsed_ms: performance.now() - start });
  });

  return router;
}
