import { and, eq, placeholder, sql } from 'drizzle-orm';
import { decrement, type StockAccess } from '../decrement.ts';
import type { ProductStore } from '../store.ts';
import type { Database } from './database.ts';
import { products } from './schema/stock.ts';

type Connection = Pick<Database, 'select' | 'update'>;

const stock = { stock: products.stock, version: products.version };
const fullStock = 1_000_000;

const access = (on: Connection, id: number): StockAccess => {
  const read = () => on.select(stock).from(products).where(eq(products.id, id));
  const write = (left: number) =>
    on
      .update(products)
      .set({ stock: left, version: sql`${products.version} + 1`, updated_at: sql`now()` });
  return {
    read: async () => (await read())[0],
    readForUpdate: async () => (await read().for('update'))[0],
    write: (left) => write(left).where(eq(products.id, id)),
    writeIfVersion: async (left, version) => {
      const unchanged = and(eq(products.id, id), eq(products.version, version));
      return ((await write(left).where(unchanged)).rowCount ?? 0) > 0;
    },
  };
};

export function drizzleProducts(database: Database): ProductStore {
  const find = database
    .select()
    .from(products)
    .where(eq(products.id, placeholder('id')))
    .prepare('drizzle-find-product');
  return {
    reset: async () => {
      const level = { stock: fullStock, version: 0, updated_at: sql`now()` };
      return (await database.update(products).set(level)).rowCount ?? 0;
    },
    find: async (id) => (await find.execute({ id }))[0],
    decrement: (locking, id, quantity) =>
      decrement(locking, quantity, access(database, id), (isolationLevel, work) =>
        database.transaction((transaction) => work(access(transaction, id)), { isolationLevel }),
      ),
  };
}
