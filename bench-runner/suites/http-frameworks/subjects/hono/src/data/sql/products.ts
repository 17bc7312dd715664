import type { Pool } from 'pg';
import { decrement, type Stock, type StockAccess } from '../decrement.ts';
import type { Product, ProductStore } from '../store.ts';
import { type Connection, Statement } from './statement.ts';
import { transaction } from './transaction.ts';

const reset = new Statement(
  'reset-products',
  'update products set stock = 1000000, version = 0, updated_at = now()',
);
const find = new Statement<Product>(
  'find-product',
  'select id, name, stock, version, updated_at from products where id = $1',
);
const read = new Statement<Stock>(
  'read-stock',
  'select stock, version from products where id = $1',
);
const readForUpdate = new Statement<Stock>(
  'lock-stock',
  'select stock, version from products where id = $1 for update',
);
const write = new Statement(
  'write-stock',
  'update products set stock = $2, version = version + 1, updated_at = now() where id = $1',
);
const writeIfVersion = new Statement(
  'write-stock-of-version',
  `update products set stock = $2, version = version + 1, updated_at = now()
   where id = $1 and version = $3`,
);

const access = (on: Connection, id: number): StockAccess => ({
  read: () => read.row(on, [id]),
  readForUpdate: () => readForUpdate.row(on, [id]),
  write: (stock) => write.run(on, [id, stock]),
  writeIfVersion: async (stock, version) =>
    (await writeIfVersion.run(on, [id, stock, version])) > 0,
});

export function sqlProducts(pool: Pool): ProductStore {
  return {
    reset: () => reset.run(pool),
    find: (id) => find.row(pool, [id]),
    decrement: (locking, id, quantity) =>
      decrement(locking, quantity, access(pool, id), (isolation, work) =>
        transaction(pool, (client) => work(access(client, id)), isolation),
      ),
  };
}
