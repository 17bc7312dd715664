import { Router } from 'express';
import { z } from 'zod';
import type {
  ContinueFromCursor,
  PageThroughUsers,
} from '../../../application/use-cases/page-through-users.ts';
import { userJson } from '../presenters.ts';
import { integer, largestId, parse } from '../validation.ts';

const size = integer(1, 100).default(20);
const OffsetQuery = z.object({
  page: integer(1, 1_000_000).default(1),
  size,
  count: z.enum(['true', 'false']).default('true'),
});
const CursorQuery = z.object({ cursor: integer(0, largestId).default(0), size });

export interface PaginationUseCases {
  pageThroughUsers: PageThroughUsers;
  continueFromCursor: ContinueFromCursor;
}

export function paginationController(useCases: PaginationUseCases): Router {
  const router = Router();

  router.get('/users/offset', async (request, response) => {
    const { page, size, count } = parse(OffsetQuery, request.query);
    const found = await useCases.pageThroughUsers.execute(page, size, count === 'true');
    const items = found.items.map(userJson);
    const { total } = found;
    if (total === undefined) response.json({ items, page, size });
    else response.json({ items, total, page, size, total_pages: Math.ceil(total / size) });
  });

  router.get('/users/cursor', async (request, response) => {
    const { cursor, size } = parse(CursorQuery, request.query);
    const { items, next } = await useCases.continueFromCursor.execute(cursor, size);
    response.json({ items: items.map(userJson), next_cursor: next, size });
  });

  return router;
}
