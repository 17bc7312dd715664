import { z } from 'zod';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { refusesQueryIntegers } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { duration } from '../shapes.ts';

const inserts = ['insert-individual', 'insert-batch', 'insert-raw'] as const;
const updates = ['update-individual', 'update-bulk'] as const;

const cleanup = z.strictObject({ operation: z.literal('cleanup'), count: z.int() });

/** The only way to count rows over HTTP is to remove them. */
const removed = async (client: Client) =>
  (await answers(client, ['DELETE', '/bulk-operations/cleanup'], cleanup)).count;

async function does(client: Client, operation: string, query: string, count: number) {
  const path = `/bulk-operations/${operation}${query}`;
  const shape = z.strictObject({
    operation: z.literal(operation),
    count: z.int(),
    elapsed_ms: duration,
  });
  const told = await answers(client, ['POST', path], shape);
  holds(told.count === count, `POST ${path}`, `told a count of ${told.count}, expected ${count}`);
}

async function leaves(client: Client, count: number, after: string) {
  const found = await removed(client);
  holds(found === count, after, `left ${found} rows, expected ${count}`);
}

export const bulkOperations: Section = {
  title: '12 db-bulk-operations',
  parts: ['bulk'],
  services: ['postgres'],
  steps: [
    async (client) => {
      await removed(client);
      await leaves(client, 0, 'DELETE /bulk-operations/cleanup');
    },
    ...inserts.flatMap((operation): Section['steps'] => [
      async (client) => {
        await does(client, operation, '?count=37', 37);
        await does(client, operation, '', 100);
        await leaves(client, 137, `POST /bulk-operations/${operation}`);
      },
    ]),
    ...['insert-batch', 'insert-raw'].map(
      (operation): Section['steps'][number] =>
        async (client) => {
          await does(client, operation, '?count=10000', 10_000);
          await leaves(client, 10_000, `POST /bulk-operations/${operation}`);
        },
    ),
    ...updates.map((operation): Section['steps'][number] => async (client) => {
      await does(client, 'insert-raw', '?count=40', 40);
      await does(client, operation, '?count=25', 25);
      await does(client, operation, '?count=41', 40);
      await leaves(client, 40, `POST /bulk-operations/${operation}`);
      await does(client, operation, '?count=1', 0);
    }),
    ...[...inserts, ...updates].flatMap((operation) =>
      refusesQueryIntegers(
        'count',
        { min: 1, max: 10_000 },
        'POST',
        `/bulk-operations/${operation}`,
      ),
    ),
    async (client) => {
      await refuses(
        client,
        ['POST', '/bulk-operations/insert-all?count=1'],
        undefined,
        [400, 404, 422],
      );
    },
    (client) => leaves(client, 0, 'refused requests to /bulk-operations'),
  ],
};
