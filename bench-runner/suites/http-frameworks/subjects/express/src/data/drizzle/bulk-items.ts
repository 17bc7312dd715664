import { asc, eq, inArray, sql } from 'drizzle-orm';
import { bulkItems as itemsOf } from '../bulk-rows.ts';
import type { BulkStore } from '../store.ts';
import type { Database, Transaction } from './database.ts';
import { bulkItems } from './tables.ts';

const countOf = ({ rowCount }: { rowCount: number | null }) => rowCount ?? 0;
const oneMore = { value: sql`${bulkItems.value} + 1` };

export function createBulkStore(database: Database): BulkStore {
  const firstIds = (on: Database | Transaction, count: number) =>
    on.select({ id: bulkItems.id }).from(bulkItems).orderBy(asc(bulkItems.id)).limit(count);
  return {
    cleanup: async () => countOf(await database.delete(bulkItems)),
    insertIndividual: (count) =>
      database.transaction(async (transaction) => {
        let inserted = 0;
        for (const item of itemsOf(count)) {
          inserted += countOf(await transaction.insert(bulkItems).values(item));
        }
        return inserted;
      }),
    insertBatch: async (count) => countOf(await database.insert(bulkItems).values(itemsOf(count))),
    insertRaw: async (count) => {
      const items = itemsOf(count);
      const names = sql.param(items.map(({ name }) => name));
      const values = sql.param(items.map(({ value }) => value));
      return countOf(
        await database.execute(
          sql`INSERT INTO bulk_items (name, value) SELECT * FROM unnest(${names}::text[], ${values}::int[])`,
        ),
      );
    },
    updateIndividual: (count) =>
      database.transaction(async (transaction) => {
        let updated = 0;
        for (const { id } of await firstIds(transaction, count)) {
          updated += countOf(
            await transaction.update(bulkItems).set(oneMore).where(eq(bulkItems.id, id)),
          );
        }
        return updated;
      }),
    updateBulk: async (count) =>
      countOf(
        await database
          .update(bulkItems)
          .set(oneMore)
          .where(inArray(bulkItems.id, firstIds(database, count))),
      ),
  };
}
