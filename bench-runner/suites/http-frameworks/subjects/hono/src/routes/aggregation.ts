import { Hono } from 'hono';
import { z } from 'zod';
import type { AggregationStore } from '../data/store.ts';
import { integer, path, query } from '../http/validation.ts';

const layer = path({ layer: z.enum(['orm', 'raw'], 'expected orm or raw') });
const limited = query({ limit: integer(1, 100).default(10) });

export const aggregationRoutes = (stores: Record<'orm' | 'raw', AggregationStore>) =>
  new Hono()
    .get('/count/:layer', layer, async (c) =>
      c.json(await stores[c.req.valid('param').layer].counts()),
    )
    .get('/stats/country/:layer', layer, limited, async (c) =>
      c.json(await stores[c.req.valid('param').layer].byCountry(c.req.valid('query').limit)),
    )
    .get('/stats/author/:layer', layer, limited, async (c) =>
      c.json(await stores[c.req.valid('param').layer].byAuthor(c.req.valid('query').limit)),
    );
