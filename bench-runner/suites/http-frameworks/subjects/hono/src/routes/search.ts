import { Hono } from 'hono';
import { z } from 'zod';
import type { SearchStore } from '../data/store.ts';
import { integer, query, storable } from '../http/validation.ts';

const found = query({
  q: storable(z.string('expected 1 to 100 characters').min(1).max(100)),
  limit: integer(1, 100).default(20),
});

export const searchRoutes = (search: SearchStore) =>
  new Hono()
    .get('/like', found, async (c) => {
      const { q, limit } = c.req.valid('query');
      return c.json(await search.like(q, limit));
    })
    .get('/fulltext', found, async (c) => {
      const { q, limit } = c.req.valid('query');
      return c.json(await search.fullText(q, limit));
    });
