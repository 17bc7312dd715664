import { Hono } from 'hono';
import { z } from 'zod';
import type { PaginationStore } from '../data/store.ts';
import { integer, query } from '../http/validation.ts';

const size = integer(1, 100).default(20);
const page = integer(1, 1_000_000).default(1);
const count = z.enum(['true', 'false'], 'expected true or false').default('true');
const cursor = integer(0, 2_147_483_647).default(0);

export const paginationRoutes = (users: PaginationStore) =>
  new Hono()
    .get('/offset', query({ page, size, count }), async (c) => {
      const { page, size, count } = c.req.valid('query');
      const items = users.page({ limit: size, offset: (page - 1) * size });
      if (count === 'false') return c.json({ items: await items, page, size });
      const [found, total] = await Promise.all([items, users.count()]);
      return c.json({ items: found, total, page, size, total_pages: Math.ceil(total / size) });
    })
    .get('/cursor', query({ cursor, size }), async (c) => {
      const { cursor, size } = c.req.valid('query');
      const items = await users.after(cursor, size);
      const next_cursor = items.length === size ? (items.at(-1)?.id ?? null) : null;
      return c.json({ items, next_cursor, size });
    });
