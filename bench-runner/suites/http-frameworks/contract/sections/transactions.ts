import { z } from 'zod';
import { productStock, volumes } from '../../data/volumes.ts';
import { changingNothing } from '../changing-nothing.ts';
import type { Client } from '../client.ts';
import { answers, holds, refuses } from '../expectations.ts';
import { idRange, refusesIntegers, refusesQueryIntegers, unknownId } from '../refused-values.ts';
import type { Section } from '../section.ts';
import { duration, id, timestamp } from '../shapes.ts';

const methods = ['no-lock', 'pessimistic', 'optimistic', 'serializable'] as const;
/** Those that lose no update. */
const safe = methods.slice(1);

const product = z.strictObject({
  id,
  name: z.string().min(1),
  stock: z.int(),
  version: z.int(),
  updated_at: timestamp,
});
const read = (client: Client, number: number) =>
  answers(client, ['GET', `/transactions/products/${number}`], product);

const decrement = z.strictObject({
  success: z.boolean(),
  method: z.enum(methods),
  product_id: id,
  old_stock: z.int(),
  new_stock: z.int(),
  retries: z.int().min(0).max(5),
  elapsed_ms: duration,
  error: z.string().min(1).nullish(),
});

async function reset(client: Client) {
  await answers(client, ['POST', '/transactions/reset'], z.unknown());
  for (let number = 1; number <= volumes.products; number += 1) {
    const { stock, version } = await read(client, number);
    holds(
      stock === productStock && version === 0,
      'POST /transactions/reset',
      `left product ${number} with stock ${stock} and version ${version}, expected ${productStock} and 0`,
    );
  }
}

async function decrements(client: Client, method: string) {
  const path = `/transactions/decrement/${method}`;
  const before = await read(client, 2);
  const told = await answers(client, ['POST', `${path}?product_id=2&quantity=3`], decrement);
  const { success, method: name, product_id, old_stock, new_stock, retries } = told;
  const right =
    success && name === method && product_id === 2 && old_stock === before.stock && retries === 0;
  holds(right && new_stock === before.stock - 3, `POST ${path}`, `told ${JSON.stringify(told)}`);
  const after = await read(client, 2);
  holds(
    after.stock === before.stock - 3 && after.version === before.version + 1,
    `POST ${path}`,
    `left stock ${after.stock} and version ${after.version}, expected ${before.stock - 3} and ${before.version + 1}`,
  );
  const byDefault = await answers(client, ['POST', path], decrement);
  holds(
    byDefault.product_id === 1 && byDefault.old_stock - byDefault.new_stock === 1,
    `POST ${path}`,
    `without parameters told ${JSON.stringify(byDefault)}, expected one of product 1`,
  );
}

/** Whatever is told to have been taken has been taken, and nothing else. */
async function contends(client: Client, method: string) {
  const path = `/transactions/decrement/${method}?product_id=3`;
  const before = await read(client, 3);
  const told = await Promise.all(
    Array.from({ length: 16 }, () => answers(client, ['POST', path], decrement)),
  );
  const taken = told.filter(({ success }) => success).length;
  for (const one of told) {
    const consistent = one.success
      ? one.new_stock === one.old_stock - 1
      : Boolean(one.error) && one.new_stock === one.old_stock;
    holds(consistent, `POST ${path}`, `told ${JSON.stringify(one)}`);
  }
  const { stock } = await read(client, 3);
  holds(
    before.stock - stock === taken,
    `POST ${path}`,
    `16 at once: ${taken} told success, and the stock fell by ${before.stock - stock}`,
  );
  if (method === 'pessimistic') {
    holds(taken === 16, `POST ${path}`, `16 at once: ${16 - taken} failed, expected them to wait`);
  }
}

export const transactions: Section = {
  title: '13 db-transactions',
  parts: ['products'],
  services: ['postgres'],
  steps: [
    reset,
    ...methods.map(
      (method): Section['steps'][number] =>
        (client) =>
          decrements(client, method),
    ),
    ...safe.map(
      (method): Section['steps'][number] =>
        (client) =>
          contends(client, method),
    ),
    reset,
    ...changingNothing('the stock', (client) => Promise.all([read(client, 1), read(client, 2)]), [
      ...methods.flatMap((method) => [
        ...refusesQueryIntegers(
          'product_id',
          idRange,
          'POST',
          `/transactions/decrement/${method}?quantity=1`,
        ),
        ...refusesQueryIntegers(
          'quantity',
          { min: 1, max: 1_000 },
          'POST',
          `/transactions/decrement/${method}?product_id=1`,
        ),
        (async (client) => {
          const path = `/transactions/decrement/${method}?product_id=${unknownId}`;
          await refuses(client, ['POST', path], 'product_id', [404]);
        }) satisfies Section['steps'][number],
      ]),
      async (client) => {
        await refuses(client, ['POST', '/transactions/decrement/hope'], undefined, [400, 404, 422]);
      },
    ]),
    ...refusesIntegers('id', idRange, 'GET', (value) => `/transactions/products/${value}`),
    async (client) => {
      await refuses(client, ['GET', `/transactions/products/${unknownId}`], 'id', [404]);
    },
  ],
};
