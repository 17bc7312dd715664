import type { Product } from '../../domain/product.ts';
import { Stock } from '../../domain/stock.ts';

export interface StockRow {
  stock: number;
  version: number;
}

export interface ProductRow extends StockRow {
  id: number;
  name: string;
  updated_at: Date;
}

export const stockFrom = ({ stock, version }: StockRow): Stock => new Stock(stock, version);

export const productFrom = (row: ProductRow): Product => ({
  id: row.id,
  name: row.name,
  stock: stockFrom(row),
  updatedAt: row.updated_at,
});
