import { Router } from 'express';
import { z } from 'zod';
import type { AggregationStore } from '../data/store.ts';
import { integer, parse } from '../validation.ts';

const Query = z.object({ limit: integer(1, 100).default(10) });

export function aggregationRoutes(layers: Record<'orm' | 'raw', AggregationStore>): Router {
  const router = Router();
  for (const name of ['orm', 'raw'] as const) {
    const store = layers[name];
    router.get(`/aggregation/count/${name}`, async (_request, response) => {
      response.json(await store.counts());
    });
    router.get(`/aggregation/stats/country/${name}`, async (request, response) => {
      response.json(await store.byCountry(parse(Query, request.query).limit));
    });
    router.get(`/aggregation/stats/author/${name}`, async (request, response) => {
      response.json(await store.byAuthor(parse(Query, request.query).limit));
    });
  }
  return router;
}
