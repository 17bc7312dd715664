import type { Product } from '../../domain/product.ts';
import type { Stock } from '../../domain/stock.ts';

/** Stock as it is seen inside a transaction, or without one. */
export interface StockAccess {
  read(id: number): Promise<Stock | undefined>;
  /** Nobody else may change it before the transaction ends. */
  readForUpdate(id: number): Promise<Stock | undefined>;
  write(id: number, stock: Stock): Promise<void>;
  /** @throws ConflictingChange where it no longer is of that version. */
  writeIfUnchanged(id: number, stock: Stock): Promise<void>;
}

export type Isolation = 'read committed' | 'serializable';

export interface ProductRepository extends StockAccess {
  find(id: number): Promise<Product | undefined>;
  reset(level: number): Promise<number>;
  /** @throws ConflictingChange where another transaction came first. */
  transaction<Result>(
    isolation: Isolation,
    work: (stock: StockAccess) => Promise<Result>,
  ): Promise<Result>;
}
