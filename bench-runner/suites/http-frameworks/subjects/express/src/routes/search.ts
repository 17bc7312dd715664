import { Router } from 'express';
import { z } from 'zod';
import type { SearchStore } from '../data/store.ts';
import { integer, parse, storableText } from '../validation.ts';

const Query = z.object({
  q: storableText.min(1).max(100),
  limit: integer(1, 100).default(20),
});

export function searchRoutes(search: SearchStore): Router {
  const router = Router();
  for (const kind of ['like', 'fulltext'] as const) {
    router.get(`/search/${kind}`, async (request, response) => {
      const { q, limit } = parse(Query, request.query);
      response.json(await search[kind](q, limit));
    });
  }
  return router;
}
