import type { FastifyPluginAsync } from 'fastify';
import type { BulkStore } from '../data/store.ts';
import { integer, object, query, real, text, whole } from '../schemas.ts';

export const bulkRoutes: FastifyPluginAsync<{ bulkItems: BulkStore }> = async (
  app,
  { bulkItems },
) => {
  app.delete(
    '/bulk-operations/cleanup',
    { schema: { response: { 200: object({ operation: text, count: whole }) } } },
    async () => ({ operation: 'cleanup', count: await bulkItems.cleanup() }),
  );

  const querystring = query({ count: integer(1, 10_000, 100) });
  const done = object({ operation: text, count: whole, elapsed_ms: real });
  const offer = (operation: string, run: (count: number) => Promise<number>) => {
    app.post<{ Querystring: { count: number } }>(
      `/bulk-operations/${operation}`,
      { schema: { querystring, response: { 200: done } } },
      async ({ query }) => {
        const start = performance.now();
        const count = await run(query.count);
        return { operation, count, elapsed_ms: performance.now() - start };
      },
    );
  };
  offer('insert-individual', bulkItems.insertIndividual);
  offer('insert-batch', bulkItems.insertBatch);
  offer('insert-raw', bulkItems.insertRaw);
  offer('update-individual', bulkItems.updateIndividual);
  offer('update-bulk', bulkItems.updateBulk);
};
