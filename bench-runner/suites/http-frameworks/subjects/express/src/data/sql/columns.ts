import type { Pool } from 'pg';
import {
  type ColumnType,
  columnTypes,
  extraWideColumns,
  narrowColumns,
  wideColumns,
} from '../columns.ts';
import type { ColumnStore } from '../store.ts';
import { rowsOf, type Statement } from './statement.ts';

const select = (table: string, columns: readonly string[]): Statement => ({
  name: `${table}-${columns.length}`,
  text: `SELECT ${columns.join(', ')} FROM ${table} ORDER BY id LIMIT $1`,
});

const ofEach = (statement: (type: ColumnType) => Statement) =>
  Object.fromEntries(columnTypes.map((type) => [type, statement(type)])) as Record<
    ColumnType,
    Statement
  >;

const statements = {
  narrow: select('users_narrow', narrowColumns),
  wide: select('users_wide', wideColumns),
  extraWide: select('users_extra_wide', extraWideColumns),
  wideProjected: select('users_wide', narrowColumns),
  typed: ofEach((type) =>
    select(`users_type_${type}`, [
      'id',
      'name',
      'email',
      ...[1, 2, 3, 4, 5].map((number) => `value_${number}`),
    ]),
  ),
  plusOne: ofEach((type) => select(`users_plus_${type}`, [...narrowColumns, 'extra'])),
};

export function createColumnStore(pool: Pool): ColumnStore {
  return {
    narrow: (limit) => rowsOf(pool, statements.narrow, [limit]),
    wide: (limit) => rowsOf(pool, statements.wide, [limit]),
    extraWide: (limit) => rowsOf(pool, statements.extraWide, [limit]),
    wideProjected: (limit) => rowsOf(pool, statements.wideProjected, [limit]),
    typed: (type, limit) => rowsOf(pool, statements.typed[type], [limit]),
    plusOne: (type, limit) => rowsOf(pool, statements.plusOne[type], [limit]),
  };
}
