import { Router } from 'express';
import { z } from 'zod';
import type {
  ReadUser,
  ReadUserThroughCache,
  WarmUpCache,
} from '../../../application/use-cases/cached-users.ts';
import type { FlushCache, ForgetCachedUser } from '../../../application/use-cases/empty-cache.ts';
import { sourcedUserJson } from '../presenters.ts';
import { idParameters, integer, parse } from '../validation.ts';

const WarmUpQuery = z.object({ count: integer(1, 1_000).default(100) });

export interface CacheUseCases {
  readUser: ReadUser;
  readUserThroughCache: ReadUserThroughCache;
  warmUpCache: WarmUpCache;
  flushCache: FlushCache;
  forgetCachedUser: ForgetCachedUser;
}

export function cacheController(useCases: CacheUseCases): Router {
  const router = Router();

  router.delete('/cache/flush', async (_request, response) => {
    await useCases.flushCache.execute();
    response.json({ flushed: true });
  });

  router.post('/cache/warmup', async (request, response) => {
    const { count } = parse(WarmUpQuery, request.query);
    const start = performance.now();
    const warmed_count = await useCases.warmUpCache.execute(count);
    response.json({ warmed_count, elapsed_ms: performance.now() - start });
  });

  router.delete('/cache/users/:id', async (request, response) => {
    const { id } = parse(idParameters, request.params);
    await useCases.forgetCachedUser.execute(id);
    response.json({ removed: true });
  });

  for (const [path, useCase] of [
    ['no-cache', useCases.readUser],
    ['cached', useCases.readUserThroughCache],
  ] as const) {
    router.get(`/cache/users/:id/${path}`, async (request, response) => {
      const { id } = parse(idParameters, request.params);
      const start = performance.now();
      const found = await useCase.execute(id);
      response.json({ ...sourcedUserJson(found), elapsed_ms: performance.now() - start });
    });
  }

  return router;
}
