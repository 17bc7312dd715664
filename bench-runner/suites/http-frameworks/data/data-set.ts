import type { DataSet } from '../../../define/service.ts';
import { authors } from './authors.ts';
import { bulk } from './bulk-items.ts';
import { columns, plusOne, types } from './column-tables.ts';
import { products } from './products.ts';
import { pagination, users } from './users.ts';
import { volumes } from './volumes.ts';

const partsWith = (columnRows: number) => ({
  users,
  pagination,
  columns: columns(columnRows),
  types: types(columnRows),
  'plus-one': plusOne(columnRows),
  authors,
  bulk,
  products,
});

/** Parts of the suite's data that a scenario's `data` may name. */
export type DataPart = keyof ReturnType<typeof partsWith>;

/** What PostgreSQL holds for this suite, before every trial. */
export const dataSet: DataSet = { parts: partsWith(volumes.columnRows) };

/** The same with as many rows in the tables of columns as the contract reads. */
export const dataSetForContract: DataSet = { parts: partsWith(1_000) };
