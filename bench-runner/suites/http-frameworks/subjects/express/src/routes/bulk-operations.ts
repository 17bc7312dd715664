import { Router } from 'express';
import { z } from 'zod';
import type { BulkStore } from '../data/store.ts';
import { integer, parse } from '../validation.ts';

const Query = z.object({ count: integer(1, 10_000).default(100) });

export function bulkRoutes(bulkItems: BulkStore): Router {
  const router = Router();

  router.delete('/bulk-operations/cleanup', async (_request, response) => {
    response.json({ operation: 'cleanup', count: await bulkItems.cleanup() });
  });

  const offer = (operation: string, run: (count: number) => Promise<number>) => {
    router.post(`/bulk-operations/${operation}`, async (request, response) => {
      const query = parse(Query, request.query);
      const start = performance.now();
      const count = await run(query.count);
      response.json({ operation, count, elapsed_ms: performance.now() - start });
    });
  };
  offer('insert-individual', bulkItems.insertIndividual);
  offer('insert-batch', bulkItems.insertBatch);
  offer('insert-raw', bulkItems.insertRaw);
  offer('update-individual', bulkItems.updateIndividual);
  offer('update-bulk', bulkItems.updateBulk);
  return router;
}
