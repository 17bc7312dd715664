import type { Stock } from './stock.ts';

export interface Product {
  readonly id: number;
  readonly name: string;
  readonly stock: Stock;
  readonly updatedAt: Date;
}
