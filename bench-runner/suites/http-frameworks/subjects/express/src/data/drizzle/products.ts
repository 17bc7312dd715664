import { and, eq, sql } from 'drizzle-orm';
import type { ProductStore, StockAccess } from '../store.ts';
import type { Database, Transaction } from './database.ts';
import { products } from './tables.ts';

export function createProductStore(database: Database): ProductStore {
  return {
    ...stockAccess(database),
    find: async (id) => {
      const [product] = await database.select().from(products).where(eq(products.id, id));
      return product;
    },
    reset: async (stock) => {
      const { rowCount } = await database
        .update(products)
        .set({ stock, version: 0, updated_at: sql`now()` });
      return rowCount ?? 0;
    },
    transaction: (isolationLevel, work) =>
      database.transaction((transaction) => work(stockAccess(transaction)), { isolationLevel }),
  };
}

function stockAccess(on: Database | Transaction): StockAccess {
  const stockOf = (id: number) =>
    on
      .select({ stock: products.stock, version: products.version })
      .from(products)
      .where(eq(products.id, id));
  const writing = (stock: number) =>
    on
      .update(products)
      .set({ stock, version: sql`${products.version} + 1`, updated_at: sql`now()` });
  return {
    read: async (id) => (await stockOf(id))[0],
    readForUpdate: async (id) => (await stockOf(id).for('update'))[0],
    write: async (id, stock) => {
      await writing(stock).where(eq(products.id, id));
    },
    writeIfVersion: async (id, stock, version) => {
      const { rowCount } = await writing(stock).where(
        and(eq(products.id, id), eq(products.version, version)),
      );
      return rowCount === 1;
    },
  };
}
