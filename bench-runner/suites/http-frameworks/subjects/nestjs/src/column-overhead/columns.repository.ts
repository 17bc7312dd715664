import type { ColumnType } from './column-type.ts';

export type Rows = Promise<object[]>;

export abstract class ColumnsRepository {
  abstract narrow(limit: number): Rows;
  abstract wide(limit: number): Rows;
  abstract extraWide(limit: number): Rows;
  abstract wideProjected(limit: number): Rows;
  abstract typed(type: ColumnType, limit: number): Rows;
  abstract plusOne(type: ColumnType, limit: number): Rows;
}
