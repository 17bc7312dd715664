import { NotFound } from '../../domain/errors.ts';
import type { Product } from '../../domain/product.ts';
import { Stock } from '../../domain/stock.ts';
import type { ProductRepository } from '../ports/product-repository.ts';

export class FindProduct {
  readonly #products: ProductRepository;

  constructor(products: ProductRepository) {
    this.#products = products;
  }

  /** @throws NotFound */
  async execute(id: number): Promise<Product> {
    const product = await this.#products.find(id);
    if (!product) throw new NotFound('id', id);
    return product;
  }
}

export class ResetStock {
  readonly #products: ProductRepository;

  constructor(products: ProductRepository) {
    this.#products = products;
  }

  execute(): Promise<number> {
    return this.#products.reset(Stock.full);
  }
}
