import type { FastifyPluginAsync } from 'fastify';
import type { PaginationStore } from '../data/store.ts';
import { array, integer, largestId, object, query, userSchema, whole } from '../schemas.ts';

const size = integer(1, 100, 20);
const offsetQuery = query({
  page: integer(1, 1_000_000, 1),
  size,
  count: { type: 'boolean', default: true },
});
const cursorQuery = query({ cursor: integer(0, largestId, 0), size });

const items = array(userSchema);
const page = object({ items, total: whole, page: whole, size: whole, total_pages: whole }, [
  'items',
  'page',
  'size',
]);
const slice = object({ items, next_cursor: { type: ['integer', 'null'] }, size: whole });

export const paginationRoutes: FastifyPluginAsync<{ pagination: PaginationStore }> = async (
  app,
  { pagination },
) => {
  app.get<{ Querystring: { page: number; size: number; count: boolean } }>(
    '/users/offset',
    { schema: { querystring: offsetQuery, response: { 200: page } } },
    async ({ query: { page, size, count } }) => {
      const offset = (page - 1) * size;
      if (!count) return { items: await pagination.page(offset, size), page, size };
      const [items, total] = await Promise.all([pagination.page(offset, size), pagination.count()]);
      return { items, total, page, size, total_pages: Math.ceil(total / size) };
    },
  );

  app.get<{ Querystring: { cursor: number; size: number } }>(
    '/users/cursor',
    { schema: { querystring: cursorQuery, response: { 200: slice } } },
    async ({ query: { cursor, size } }) => {
      const items = await pagination.after(cursor, size);
      return { items, next_cursor: items.length < size ? null : items.at(-1)!.id, size };
    },
  );
};
