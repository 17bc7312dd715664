import { Injectable, NotFoundException } from '@nestjs/common';
import { isConflict } from '../database/postgres-errors.ts';
import { ProductsRepository, type Stock } from './products.repository.ts';

export const methods = ['no-lock', 'pessimistic', 'optimistic', 'serializable'] as const;
export type Method = (typeof methods)[number];

interface Outcome {
  success: boolean;
  old_stock: number;
  new_stock: number;
  error?: string;
}

const fullStock = 1_000_000;
const mostRetries = 5;

@Injectable()
export class ProductsService {
  constructor(private readonly products: ProductsRepository) {}

  reset(): Promise<number> {
    return this.products.reset(fullStock);
  }

  async find(id: number) {
    const product = await this.products.find(id);
    if (!product) throw new NotFoundException('There is no product with this id');
    return product;
  }

  /** Tries again, at most five times, where another request changed the stock meanwhile. */
  async decrement(method: Method, id: number, quantity: number) {
    let seen = 0;
    const see = (stock: number) => {
      seen = stock;
    };
    for (let retries = 0; retries <= mostRetries; retries += 1) {
      const outcome = await this.#attempt(method, id, quantity, see);
      if (outcome) return { ...outcome, retries };
    }
    const error = `gave up after ${mostRetries} retries`;
    return { success: false, old_stock: seen, new_stock: seen, retries: mostRetries, error };
  }

  /** Resolves to undefined where another request came first. */
  async #attempt(
    method: Method,
    id: number,
    quantity: number,
    see: (stock: number) => void,
  ): Promise<Outcome | undefined> {
    const take = (
      found: Stock | null,
      write: (stock: number, version: number) => Promise<unknown>,
    ): Promise<Outcome | undefined> => {
      if (found) see(found.stock);
      return takeOff(found, quantity, write);
    };
    switch (method) {
      case 'no-lock': {
        const access = this.products.access(id);
        return take(await access.read(), access.write);
      }
      case 'optimistic': {
        const access = this.products.access(id);
        return take(await access.read(), access.writeIfVersion);
      }
      case 'pessimistic':
        return this.products.transaction(id, 'READ COMMITTED', async (access) =>
          take(await access.readForUpdate(), access.write),
        );
      case 'serializable':
        try {
          return await this.products.transaction(id, 'SERIALIZABLE', async (access) =>
            take(await access.read(), access.write),
          );
        } catch (error) {
          if (isConflict(error)) return undefined;
          throw error;
        }
    }
  }
}

async function takeOff(
  found: Stock | null,
  quantity: number,
  write: (stock: number, version: number) => Promise<unknown>,
): Promise<Outcome | undefined> {
  if (!found) throw new NotFoundException('There is no product with this product_id');
  const { stock, version } = found;
  if (stock < quantity) {
    return { success: false, old_stock: stock, new_stock: stock, error: `only ${stock} in stock` };
  }
  if ((await write(stock - quantity, version)) === false) return undefined;
  return { success: true, old_stock: stock, new_stock: stock - quantity };
}
