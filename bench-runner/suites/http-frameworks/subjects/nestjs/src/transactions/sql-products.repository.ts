import { Injectable } from '@nestjs/common';
import { type Isolation, PostgresService, type Queries } from '../database/postgres.service.ts';
import type { Product } from './product.entity.ts';
import type { ProductsRepository, Stock, StockAccess } from './products.repository.ts';

const reset = {
  name: 'products_reset',
  text: 'UPDATE products SET stock = $1, version = 0, updated_at = now()',
};
const find = {
  name: 'products_find',
  text: 'SELECT id, name, stock, version, updated_at FROM products WHERE id = $1',
};
const read = {
  name: 'products_read',
  text: 'SELECT stock, version FROM products WHERE id = $1',
};
const readForUpdate = {
  name: 'products_read_for_update',
  text: 'SELECT stock, version FROM products WHERE id = $1 FOR UPDATE',
};
const write = {
  name: 'products_write',
  text: 'UPDATE products SET stock = $2, version = version + 1, updated_at = now() WHERE id = $1',
};
const writeIfVersion = {
  name: 'products_write_if_version',
  text: `UPDATE products SET stock = $2, version = version + 1, updated_at = now()
    WHERE id = $1 AND version = $3`,
};

const accessOn = (queries: Queries, id: number): StockAccess => ({
  read: async () => (await queries.row<Stock>(read, [id])) ?? null,
  readForUpdate: async () => (await queries.row<Stock>(readForUpdate, [id])) ?? null,
  write: (stock) => queries.run(write, [id, stock]),
  writeIfVersion: async (stock, version) =>
    (await queries.run(writeIfVersion, [id, stock, version])) > 0,
});

@Injectable()
export class SqlProductsRepository implements ProductsRepository {
  constructor(private readonly postgres: PostgresService) {}

  reset(stock: number): Promise<number> {
    return this.postgres.queries.run(reset, [stock]);
  }

  async find(id: number): Promise<Product | null> {
    return (await this.postgres.queries.row<Product>(find, [id])) ?? null;
  }

  access(id: number): StockAccess {
    return accessOn(this.postgres.queries, id);
  }

  transaction<Result>(
    id: number,
    isolation: Isolation,
    work: (access: StockAccess) => Promise<Result>,
  ): Promise<Result> {
    return this.postgres.transaction((queries) => work(accessOn(queries, id)), isolation);
  }
}
