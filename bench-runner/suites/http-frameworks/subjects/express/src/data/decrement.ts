import { isConflict } from './database-errors.ts';
import type { ProductStore, StockAccess } from './store.ts';

export const lockings = ['no-lock', 'pessimistic', 'optimistic', 'serializable'] as const;
export type Locking = (typeof lockings)[number];

export interface Outcome {
  success: boolean;
  old_stock: number;
  new_stock: number;
  retries: number;
  error?: string;
}

const mostRetries = 5;

/** Takes `quantity` off the stock; resolves to undefined where there is no such product. */
export async function decrement(
  products: ProductStore,
  locking: Locking,
  id: number,
  quantity: number,
): Promise<Outcome | undefined> {
  let stock = 0;
  for (let retries = 0; retries <= mostRetries; retries += 1) {
    const attempt = await attempts[locking](products, id, quantity);
    if (attempt === 'unknown') return undefined;
    if (attempt.kind === 'done') {
      return {
        success: true,
        old_stock: attempt.stock,
        new_stock: attempt.stock - quantity,
        retries,
      };
    }
    stock = attempt.stock ?? stock;
    if (attempt.kind === 'short') return failed(stock, retries, `only ${stock} in stock`);
  }
  return failed(stock, mostRetries, `others changed the stock ${mostRetries + 1} times`);
}

const failed = (stock: number, retries: number, error: string): Outcome => ({
  success: false,
  old_stock: stock,
  new_stock: stock,
  retries,
  error,
});

type Attempt =
  | 'unknown'
  | { kind: 'done' | 'short'; stock: number }
  | { kind: 'conflict'; stock?: number };

const attempts: Record<
  Locking,
  (products: ProductStore, id: number, quantity: number) => Promise<Attempt>
> = {
  'no-lock': (products, id, quantity) => readAndWrite(products, id, quantity),
  pessimistic: (products, id, quantity) =>
    products.transaction('read committed', async (stock) => {
      const found = await stock.readForUpdate(id);
      return write(stock, found?.stock, id, quantity);
    }),
  optimistic: async (products, id, quantity) => {
    const found = await products.read(id);
    if (!found) return 'unknown';
    const { stock, version } = found;
    if (stock < quantity) return { kind: 'short', stock };
    const written = await products.writeIfVersion(id, stock - quantity, version);
    return { kind: written ? 'done' : 'conflict', stock };
  },
  serializable: async (products, id, quantity) => {
    try {
      return await products.transaction('serializable', (stock) =>
        readAndWrite(stock, id, quantity),
      );
    } catch (error) {
      if (isConflict(error)) return { kind: 'conflict' };
      throw error;
    }
  },
};

async function readAndWrite(access: StockAccess, id: number, quantity: number): Promise<Attempt> {
  const found = await access.read(id);
  return write(access, found?.stock, id, quantity);
}

async function write(
  access: StockAccess,
  stock: number | undefined,
  id: number,
  quantity: number,
): Promise<Attempt> {
  if (stock === undefined) return 'unknown';
  if (stock < quantity) return { kind: 'short', stock };
  await access.write(id, stock - quantity);
  return { kind: 'done', stock };
}
