import type { Isolation } from '../database/postgres.service.ts';
import type { Product } from './product.entity.ts';

export type Stock = Pick<Product, 'stock' | 'version'>;

/** Reads and writes of one product's stock, inside a transaction or not. */
export interface StockAccess {
  read(): Promise<Stock | null>;
  readForUpdate(): Promise<Stock | null>;
  write(stock: number): Promise<unknown>;
  /** Resolves to whether the row still was of that version. */
  writeIfVersion(stock: number, version: number): Promise<boolean>;
}

export abstract class ProductsRepository {
  abstract reset(stock: number): Promise<number>;
  abstract find(id: number): Promise<Product | null>;
  abstract access(id: number): StockAccess;
  abstract transaction<Result>(
    id: number,
    isolation: Isolation,
    work: (access: StockAccess) => Promise<Result>,
  ): Promise<Result>;
}
