import { type Kysely, sql } from 'kysely';
import type { ProductStore, StockAccess } from '../store.ts';
import type { Tables } from './database.ts';

export function createProductStore(database: Kysely<Tables>): ProductStore {
  return {
    ...stockAccess(database),
    find: (id) =>
      database
        .selectFrom('products')
        .select(['id', 'name', 'stock', 'version', 'updated_at'])
        .where('id', '=', id)
        .executeTakeFirst(),
    reset: async (stock) => {
      const { numUpdatedRows } = await database
        .updateTable('products')
        .set({ stock, version: 0, updated_at: sql`now()` })
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    transaction: (isolation, work) =>
      database
        .transaction()
        .setIsolationLevel(isolation)
        .execute((transaction) => work(stockAccess(transaction))),
  };
}

function stockAccess(on: Kysely<Tables>): StockAccess {
  const stockOf = (id: number) =>
    on.selectFrom('products').select(['stock', 'version']).where('id', '=', id);
  const writing = (id: number, stock: number) =>
    on
      .updateTable('products')
      .set(({ eb }) => ({ stock, version: eb('version', '+', 1), updated_at: sql`now()` }))
      .where('id', '=', id);
  return {
    read: (id) => stockOf(id).executeTakeFirst(),
    readForUpdate: (id) => stockOf(id).forUpdate().executeTakeFirst(),
    write: async (id, stock) => {
      await writing(id, stock).execute();
    },
    writeIfVersion: async (id, stock, version) => {
      const { numUpdatedRows } = await writing(id, stock)
        .where('version', '=', version)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
