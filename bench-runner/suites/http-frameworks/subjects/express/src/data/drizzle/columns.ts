import { asc, sql } from 'drizzle-orm';
import { type ColumnType, columnTypes } from '../columns.ts';
import type { ColumnStore, Rows } from '../store.ts';
import type { Database } from './database.ts';
import { usersExtraWide, usersNarrow, usersWide } from './tables.ts';
import { plusOneTables, typedTables } from './typed-tables.ts';

const limit = sql.placeholder('limit');

const projected = {
  id: usersWide.id,
  name: usersWide.name,
  email: usersWide.email,
  status: usersWide.status,
  created_at: usersWide.created_at,
};

export function createColumnStore(database: Database): ColumnStore {
  type Table =
    | typeof usersNarrow
    | typeof usersWide
    | typeof usersExtraWide
    | (typeof typedTables)[ColumnType]
    | (typeof plusOneTables)[ColumnType];
  const whole = (name: string, table: Table) => {
    const query = database.select().from(table as typeof usersNarrow);
    const prepared = query.orderBy(asc(table.id)).limit(limit).prepare(`orm-${name}`);
    return (count: number): Promise<Rows> => prepared.execute({ limit: count });
  };
  const ofEach = (prefix: string, tables: Record<ColumnType, Table>) =>
    Object.fromEntries(
      columnTypes.map((type) => [type, whole(`${prefix}-${type}`, tables[type])]),
    ) as Record<ColumnType, (count: number) => Promise<Rows>>;

  const typed = ofEach('type', typedTables);
  const plusOne = ofEach('plus', plusOneTables);
  const wideProjected = database
    .select(projected)
    .from(usersWide)
    .orderBy(asc(usersWide.id))
    .limit(limit)
    .prepare('orm-wide-projected');
  return {
    narrow: whole('narrow', usersNarrow),
    wide: whole('wide', usersWide),
    extraWide: whole('extra-wide', usersExtraWide),
    wideProjected: (count) => wideProjected.execute({ limit: count }),
    typed: (type, count) => typed[type](count),
    plusOne: (type, count) => plusOne[type](count),
  };
}
