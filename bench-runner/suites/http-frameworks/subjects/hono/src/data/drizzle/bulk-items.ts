import { asc, eq, inArray, placeholder, sql } from 'drizzle-orm';
import { madeUpItems } from '../made-up-items.ts';
import type { BulkItemStore, BulkOperation } from '../store.ts';
import type { Database } from './database.ts';
import { bulkItems } from './schema/stock.ts';

const increased = { value: sql`${bulkItems.value} + 1` };

export function drizzleBulkItems(database: Database): BulkItemStore {
  const firstIds = (on: Pick<Database, 'select'>, count: number) =>
    on.select({ id: bulkItems.id }).from(bulkItems).orderBy(asc(bulkItems.id)).limit(count);
  const ways: Record<BulkOperation, (count: number) => Promise<number>> = {
    'insert-individual': (count) =>
      database.transaction(async (transaction) => {
        const insert = transaction
          .insert(bulkItems)
          .values({ name: placeholder('name'), value: placeholder('value') })
          .prepare('drizzle-insert-bulk-item');
        for (const { name, value } of madeUpItems(count)) await insert.execute({ name, value });
        return count;
      }),
    'insert-batch': async (count) =>
      (await database.insert(bulkItems).values(madeUpItems(count))).rowCount ?? 0,
    'insert-raw': async (count) => {
      const items = madeUpItems(count);
      const names = sql.param(items.map(({ name }) => name));
      const values = sql.param(items.map(({ value }) => value));
      const inserted = await database.execute(
        sql`insert into ${bulkItems} (name, value)
          select * from unnest(${names}::text[], ${values}::integer[])`,
      );
      return inserted.rowCount ?? 0;
    },
    'update-individual': (count) =>
      database.transaction(async (transaction) => {
        const found = await firstIds(transaction, count);
        const update = transaction
          .update(bulkItems)
          .set(increased)
          .where(eq(bulkItems.id, placeholder('id')))
          .prepare('drizzle-update-bulk-item');
        for (const { id } of found) await update.execute({ id });
        return found.length;
      }),
    'update-bulk': async (count) => {
      const update = database
        .update(bulkItems)
        .set(increased)
        .where(inArray(bulkItems.id, firstIds(database, count)));
      return (await update).rowCount ?? 0;
    },
  };
  return {
    clean: async () => (await database.delete(bulkItems)).rowCount ?? 0,
    run: (operation, count) => ways[operation](count),
  };
}
