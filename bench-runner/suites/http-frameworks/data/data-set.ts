import type { DataSet } from '../../../define/service.ts';
import { authors } from './authors.ts';
import { bulk } from './bulk-items.ts';
import { columns, plusOne, types } from './column-tables.ts';
import { products } from './products.ts';
import { pagination, users } from './users.ts';

const parts = {
  users,
  pagination,
  columns,
  types,
  'plus-one': plusOne,
  authors,
  bulk,
  products,
} as const;

/** Parts of the suite's data that a scenario's `data` may name. */
export type DataPart = keyof typeof parts;

/** What PostgreSQL holds for this suite, before every trial. */
export const dataSet: DataSet = { parts };
