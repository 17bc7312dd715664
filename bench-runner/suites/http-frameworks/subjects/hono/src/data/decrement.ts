import { isConflict } from './postgres-errors.ts';
import type { Decrement, Locking, Product } from './store.ts';

export type Stock = Pick<Product, 'stock' | 'version'>;

/** The reads and writes that the ways to decrement are made of, inside a transaction or not. */
export interface StockAccess {
  read(): Promise<Stock | undefined>;
  readForUpdate(): Promise<Stock | undefined>;
  write(stock: number): Promise<unknown>;
  /** Resolves to whether the row still was of that version. */
  writeIfVersion(stock: number, version: number): Promise<boolean>;
}

type Transaction = <Result>(
  isolation: 'read committed' | 'serializable',
  work: (access: StockAccess) => Promise<Result>,
) => Promise<Result>;

const mostRetries = 5;

/** Takes `quantity` off the stock; resolves to undefined where there is no such product. */
export async function decrement(
  locking: Locking,
  quantity: number,
  direct: StockAccess,
  transaction: Transaction,
): Promise<Decrement | undefined> {
  let seen = 0;
  const attempt = async (
    read: Promise<Stock | undefined>,
    write: (stock: number, version: number) => Promise<unknown>,
  ): Promise<Omit<Decrement, 'retries'> | 'conflict' | undefined> => {
    const found = await read;
    if (!found) return undefined;
    seen = found.stock;
    if (seen < quantity) {
      return { success: false, old_stock: seen, new_stock: seen, error: `only ${seen} in stock` };
    }
    if ((await write(seen - quantity, found.version)) === false) return 'conflict';
    return { success: true, old_stock: seen, new_stock: seen - quantity };
  };
  const ways: Record<Locking, () => ReturnType<typeof attempt>> = {
    'no-lock': () => attempt(direct.read(), direct.write),
    optimistic: () => attempt(direct.read(), direct.writeIfVersion),
    pessimistic: () =>
      transaction('read committed', (access) => attempt(access.readForUpdate(), access.write)),
    serializable: () =>
      transaction('serializable', (access) => attempt(access.read(), access.write)).catch(
        (error) => {
          if (isConflict(error)) return 'conflict';
          throw error;
        },
      ),
  };
  for (let retries = 0; retries <= mostRetries; retries += 1) {
    const result = await ways[locking]();
    if (result !== 'conflict') return result && { ...result, retries };
  }
  const error = `gave up after ${mostRetries} retries`;
  return { success: false, old_stock: seen, new_stock: seen, retries: mostRetries, error };
}
