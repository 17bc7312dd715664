import { Router } from 'express';
import { z } from 'zod';
import type { PaginationStore } from '../data/store.ts';
import { idOrZero, integer, parse } from '../validation.ts';

const size = integer(1, 100).default(20);
const OffsetQuery = z.object({
  page: integer(1, 1_000_000).default(1),
  size,
  count: z.enum(['true', 'false']).default('true'),
});
const CursorQuery = z.object({ cursor: idOrZero.default(0), size });

export function paginationRoutes(pagination: PaginationStore): Router {
  const router = Router();

  router.get('/users/offset', async (request, response) => {
    const { page, size, count } = parse(OffsetQuery, request.query);
    const offset = (page - 1) * size;
    if (count === 'false') {
      response.json({ items: await pagination.page(offset, size), page, size });
      return;
    }
    const [items, total] = await Promise.all([pagination.page(offset, size), pagination.count()]);
    response.json({ items, total, page, size, total_pages: Math.ceil(total / size) });
  });

  router.get('/users/cursor', async (request, response) => {
    const { cursor, size } = parse(CursorQuery, request.query);
    const items = await pagination.after(cursor, size);
    response.json({ items, next_cursor: items.length < size ? null : items.at(-1)?.id, size });
  });

  return router;
}
