import { asc, getTableName, placeholder } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { type ColumnStore, type ColumnType, columnTypes, type Rows } from '../store.ts';
import type { Database } from './database.ts';
import {
  plusOneTable,
  typedTable,
  usersExtraWide,
  usersNarrow,
  usersWide,
} from './schema/columns.ts';

type Select = (limit: number) => Rows;

export function drizzleColumns(database: Database): ColumnStore {
  const all = (table: PgTable & { id: PgColumn }): Select => {
    const query = database
      .select()
      .from(table as PgTable)
      .orderBy(asc(table.id))
      .limit(placeholder('limit'))
      .prepare(`drizzle-all-of-${getTableName(table)}`);
    return (limit) => query.execute({ limit });
  };
  const byType = (table: (type: ColumnType) => PgTable & { id: PgColumn }) =>
    Object.fromEntries(columnTypes.map((type) => [type, all(table(type))])) as Record<
      ColumnType,
      Select
    >;
  const projected = database
    .select({
      id: usersWide.id,
      name: usersWide.name,
      email: usersWide.email,
      status: usersWide.status,
      created_at: usersWide.created_at,
    })
    .from(usersWide)
    .orderBy(asc(usersWide.id))
    .limit(placeholder('limit'))
    .prepare('drizzle-five-of-users-wide');
  const typed = byType(typedTable);
  const plusOne = byType(plusOneTable);
  return {
    narrow: all(usersNarrow),
    wide: all(usersWide),
    extraWide: all(usersExtraWide),
    wideProjected: (limit) => projected.execute({ limit }),
    typed: (type, limit) => typed[type](limit),
    plusOne: (type, limit) => plusOne[type](limit),
  };
}
