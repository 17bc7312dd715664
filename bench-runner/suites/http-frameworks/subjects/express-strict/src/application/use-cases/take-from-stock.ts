import { ConflictingChange, InsufficientStock, NotFound } from '../../domain/errors.ts';
import type { Stock } from '../../domain/stock.ts';
import type { ProductRepository, StockAccess } from '../ports/product-repository.ts';

export const lockings = ['no-lock', 'pessimistic', 'optimistic', 'serializable'] as const;
export type Locking = (typeof lockings)[number];

export interface Taking {
  before: number;
  after: number;
  retries: number;
  /** Why nothing was taken. */
  error?: string;
}

const mostRetries = 5;

export class TakeFromStock {
  readonly #products: ProductRepository;

  constructor(products: ProductRepository) {
    this.#products = products;
  }

  /** Tries again, at most five times, where others came first. @throws NotFound */
  async execute(locking: Locking, id: number, quantity: number): Promise<Taking> {
    let seen = 0;
    const change = (found: Stock | undefined): Stock => {
      if (!found) throw new NotFound('product_id', id);
      seen = found.level;
      return found.take(quantity);
    };
    for (let retries = 0; ; retries += 1) {
      try {
        await this.#attempts[locking](id, change);
        return { before: seen, after: seen - quantity, retries };
      } catch (error) {
        const refused = { before: seen, after: seen, retries };
        if (error instanceof InsufficientStock) return { ...refused, error: error.message };
        if (!(error instanceof ConflictingChange)) throw error;
        if (retries === mostRetries)
          return { ...refused, error: `gave up after ${retries} retries` };
      }
    }
  }

  readonly #attempts: Record<
    Locking,
    (id: number, change: (found: Stock | undefined) => Stock) => Promise<void>
  > = {
    'no-lock': (id, change) => readAndWrite(this.#products, id, change),
    optimistic: async (id, change) =>
      this.#products.writeIfUnchanged(id, change(await this.#products.read(id))),
    pessimistic: (id, change) =>
      this.#products.transaction('read committed', async (stock) =>
        stock.write(id, change(await stock.readForUpdate(id))),
      ),
    serializable: (id, change) =>
      this.#products.transaction('serializable', (stock) => readAndWrite(stock, id, change)),
  };
}

async function readAndWrite(
  stock: StockAccess,
  id: number,
  change: (found: Stock | undefined) => Stock,
): Promise<void> {
  await stock.write(id, change(await stock.read(id)));
}
