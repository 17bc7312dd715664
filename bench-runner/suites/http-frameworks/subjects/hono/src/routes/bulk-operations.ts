import { Hono } from 'hono';
import { z } from 'zod';
import { type BulkItemStore, bulkOperations } from '../data/store.ts';
import { integer, path, query } from '../http/validation.ts';

const operation = z.enum(bulkOperations, `expected one of ${bulkOperations.join(', ')}`);
const count = integer(1, 10_000).default(100);

export const bulkRoutes = (items: BulkItemStore) =>
  new Hono()
    .delete('/cleanup', async (c) => c.json({ operation: 'cleanup', count: await items.clean() }))
    .post('/:operation', path({ operation }), query({ count }), async (c) => {
      const { operation } = c.req.valid('param');
      const start = performance.now();
      const count = await items.run(operation, c.req.valid('query').count);
      return c.json({ operation, count, elapsed_ms: performance.now() - start });
    });
