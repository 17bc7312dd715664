import { Hono } from 'hono';
import type { AuthorStore } from '../data/store.ts';
import { integer, query } from '../http/validation.ts';

const page = query({
  limit: integer(1, 100).default(20),
  offset: integer(0, 1_000_000).default(0),
});

export const authorRoutes = (authors: AuthorStore) =>
  new Hono()
    .get('/lazy', page, async (c) => c.json(await authors.lazy(c.req.valid('query'))))
    .get('/eager', page, async (c) => c.json(await authors.eager(c.req.valid('query'))))
    .get('/subquery', page, async (c) => c.json(await authors.subquery(c.req.valid('query'))));
