import type { Pool } from 'pg';
import { madeUpItems } from '../made-up-items.ts';
import type { BulkItemStore, BulkOperation } from '../store.ts';
import { Statement } from './statement.ts';
import { transaction } from './transaction.ts';

const clean = new Statement('clean-bulk-items', 'delete from bulk_items');
const insertOne = new Statement(
  'insert-bulk-item',
  'insert into bulk_items (name, value) values ($1, $2)',
);
const insertAll = new Statement(
  'insert-bulk-items',
  'insert into bulk_items (name, value) select * from unnest($1::text[], $2::integer[])',
);
const firstIds = new Statement<{ id: number }>(
  'first-bulk-items',
  'select id from bulk_items order by id limit $1',
);
const updateOne = new Statement(
  'update-bulk-item',
  'update bulk_items set value = value + 1 where id = $1',
);
const updateAll = new Statement(
  'update-bulk-items',
  `update bulk_items set value = value + 1
   where id in (select id from bulk_items order by id limit $1)`,
);

/** `($1, $2), ($3, $4), …` for the number of rows; PostgreSQL takes 65,535 parameters. */
const places = (rows: number) =>
  Array.from({ length: rows }, (_, row) => `($${row * 2 + 1}, $${row * 2 + 2})`).join(', ');

export function sqlBulkItems(pool: Pool): BulkItemStore {
  const ways: Record<BulkOperation, (count: number) => Promise<number>> = {
    'insert-individual': (count) =>
      transaction(pool, async (client) => {
        for (const { name, value } of madeUpItems(count)) {
          await insertOne.run(client, [name, value]);
        }
        return count;
      }),
    'insert-batch': async (count) => {
      const values = madeUpItems(count).flatMap(({ name, value }) => [name, value]);
      const text = `insert into bulk_items (name, value) values ${places(count)}`;
      return (await pool.query(text, values)).rowCount ?? 0;
    },
    'insert-raw': (count) => {
      const items = madeUpItems(count);
      return insertAll.run(pool, [items.map(({ name }) => name), items.map(({ value }) => value)]);
    },
    'update-individual': (count) =>
      transaction(pool, async (client) => {
        const found = await firstIds.rows(client, [count]);
        for (const { id } of found) await updateOne.run(client, [id]);
        return found.length;
      }),
    'update-bulk': (count) => updateAll.run(pool, [count]),
  };
  return { clean: () => clean.run(pool), run: (operation, count) => ways[operation](count) };
}
