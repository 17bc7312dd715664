import { Router } from 'express';
import { z } from 'zod';
import {
  bulkOperations,
  type ChangeBulkItems,
} from '../../../application/use-cases/change-bulk-items.ts';
import type { ClearBulkItems } from '../../../application/use-cases/clear-bulk-items.ts';
import { integer, parse } from '../validation.ts';

const OperationParameters = z.object({ operation: z.enum(bulkOperations) });
const CountQuery = z.object({ count: integer(1, 10_000).default(100) });

export interface BulkUseCases {
  changeBulkItems: ChangeBulkItems;
  clearBulkItems: ClearBulkItems;
}

export function bulkController(useCases: BulkUseCases): Router {
  const router = Router();

  router.delete('/bulk-operations/cleanup', async (_request, response) => {
    response.json({ operation: 'cleanup', count: await useCases.clearBulkItems.execute() });
  });

  router.post('/bulk-operations/:operation', async (request, response) => {
    const { operation } = parse(OperationParameters, request.params);
    const query = parse(CountQuery, request.query);
    const start = performance.now();
    const count = await useCases.changeBulkItems.execute(operation, query.count);
    response.json({ operation, count, elapsed_ms: performance.now() - start });
  });

  return router;
}
