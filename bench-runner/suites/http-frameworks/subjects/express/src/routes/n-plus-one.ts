import { Router } from 'express';
import { z } from 'zod';
import type { AuthorStore } from '../data/store.ts';
import { integer, parse } from '../validation.ts';

const Query = z.object({
  limit: integer(1, 100).default(20),
  offset: integer(0, 1_000_000).default(0),
});

export function authorRoutes(authors: AuthorStore): Router {
  const router = Router();
  for (const kind of ['lazy', 'eager', 'subquery'] as const) {
    router.get(`/n-plus-one/${kind}`, async (request, response) => {
      const { limit, offset } = parse(Query, request.query);
      response.json(await authors[kind](limit, offset));
    });
  }
  return router;
}
