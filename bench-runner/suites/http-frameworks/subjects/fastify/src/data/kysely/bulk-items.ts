import { type InsertResult, type Kysely, sql } from 'kysely';
import { bulkItems } from '../bulk-rows.ts';
import type { BulkStore } from '../store.ts';
import type { Tables } from './database.ts';

const inserted = ({ numInsertedOrUpdatedRows }: InsertResult) =>
  Number(numInsertedOrUpdatedRows ?? 0);

export function createBulkStore(database: Kysely<Tables>): BulkStore {
  const firstIds = (on: Kysely<Tables>, count: number) =>
    on.selectFrom('bulk_items').select('id').orderBy('id').limit(count);
  return {
    cleanup: async () => {
      const { numDeletedRows } = await database.deleteFrom('bulk_items').executeTakeFirst();
      return Number(numDeletedRows);
    },
    insertIndividual: (count) =>
      database.transaction().execute(async (transaction) => {
        let total = 0;
        for (const item of bulkItems(count)) {
          total += inserted(
            await transaction.insertInto('bulk_items').values(item).executeTakeFirst(),
          );
        }
        return total;
      }),
    insertBatch: async (count) =>
      inserted(await database.insertInto('bulk_items').values(bulkItems(count)).executeTakeFirst()),
    insertRaw: async (count) => {
      const items = bulkItems(count);
      const names = items.map(({ name }) => name);
      const values = items.map(({ value }) => value);
      const { numAffectedRows } =
        await sql`INSERT INTO bulk_items (name, value) SELECT * FROM unnest(${names}::text[], ${values}::int[])`.execute(
          database,
        );
      return Number(numAffectedRows ?? 0);
    },
    updateIndividual: (count) =>
      database.transaction().execute(async (transaction) => {
        let total = 0;
        for (const { id } of await firstIds(transaction, count).execute()) {
          const { numUpdatedRows } = await transaction
            .updateTable('bulk_items')
            .set(({ eb }) => ({ value: eb('value', '+', 1) }))
            .where('id', '=', id)
            .executeTakeFirst();
          total += Number(numUpdatedRows);
        }
        return total;
      }),
    updateBulk: async (count) => {
      const { numUpdatedRows } = await database
        .updateTable('bulk_items')
        .set(({ eb }) => ({ value: eb('value', '+', 1) }))
        .where('id', 'in', firstIds(database, count))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
