import type { Pool } from 'pg';
import type { Product, ProductStore, StockAccess } from '../store.ts';
import { type Connection, countOf, inTransaction, rowsOf } from './statement.ts';

const statements = {
  find: {
    name: 'products-find',
    text: 'SELECT id, name, stock, version, updated_at FROM products WHERE id = $1',
  },
  reset: {
    name: 'products-reset',
    text: 'UPDATE products SET stock = $1, version = 0, updated_at = now()',
  },
  read: { name: 'stock-read', text: 'SELECT stock, version FROM products WHERE id = $1' },
  readForUpdate: {
    name: 'stock-read-for-update',
    text: 'SELECT stock, version FROM products WHERE id = $1 FOR UPDATE',
  },
  write: {
    name: 'stock-write',
    text: `UPDATE products SET stock = $2, version = version + 1, updated_at = now()
      WHERE id = $1`,
  },
  writeIfVersion: {
    name: 'stock-write-if-version',
    text: `UPDATE products SET stock = $2, version = version + 1, updated_at = now()
      WHERE id = $1 AND version = $3`,
  },
};

export function createProductStore(pool: Pool): ProductStore {
  return {
    ...stockAccess(pool),
    find: async (id) => {
      const [product] = await rowsOf<Product>(pool, statements.find, [id]);
      return product;
    },
    reset: (stock) => countOf(pool, statements.reset, [stock]),
    transaction: (isolation, work) =>
      inTransaction(
        pool,
        isolation === 'serializable' ? 'BEGIN ISOLATION LEVEL SERIALIZABLE' : 'BEGIN',
        (connection) => work(stockAccess(connection)),
      ),
  };
}

function stockAccess(connection: Connection): StockAccess {
  type Stock = Pick<Product, 'stock' | 'version'>;
  return {
    read: async (id) => {
      const [stock] = await rowsOf<Stock>(connection, statements.read, [id]);
      return stock;
    },
    readForUpdate: async (id) => {
      const [stock] = await rowsOf<Stock>(connection, statements.readForUpdate, [id]);
      return stock;
    },
    write: async (id, stock) => {
      await countOf(connection, statements.write, [id, stock]);
    },
    writeIfVersion: async (id, stock, version) =>
      (await countOf(connection, statements.writeIfVersion, [id, stock, version])) === 1,
  };
}
