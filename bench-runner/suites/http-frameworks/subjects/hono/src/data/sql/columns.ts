import type { Pool } from 'pg';
import { type ColumnStore, type ColumnType, columnTypes } from '../store.ts';
import { Statement } from './statement.ts';

type Row = Record<string, unknown>;

const all = (table: string) =>
  new Statement<Row>(`all-of-${table}`, `select * from ${table} order by id limit $1`);

const byType = (prefix: string) =>
  Object.fromEntries(columnTypes.map((type) => [type, all(`${prefix}_${type}`)])) as Record<
    ColumnType,
    Statement<Row>
  >;

const narrow = all('users_narrow');
const wide = all('users_wide');
const extraWide = all('users_extra_wide');
const wideProjected = new Statement<Row>(
  'five-of-users-wide',
  'select id, name, email, status, created_at from users_wide order by id limit $1',
);
const typed = byType('users_type');
const plusOne = byType('users_plus');

export function sqlColumns(pool: Pool): ColumnStore {
  return {
    narrow: (limit) => narrow.rows(pool, [limit]),
    wide: (limit) => wide.rows(pool, [limit]),
    extraWide: (limit) => extraWide.rows(pool, [limit]),
    wideProjected: (limit) => wideProjected.rows(pool, [limit]),
    typed: (type, limit) => typed[type].rows(pool, [limit]),
    plusOne: (type, limit) => plusOne[type].rows(pool, [limit]),
  };
}
