import type { Kysely } from 'kysely';
import { extraWideColumns, narrowColumns, wideColumns } from '../columns.ts';
import type { ColumnStore } from '../store.ts';
import type { Tables } from './database.ts';

const namesOf = <Columns extends object>(columns: Columns) =>
  Object.keys(columns) as (keyof Columns)[];

const narrow = namesOf(narrowColumns);
const wide = namesOf(wideColumns);
const extraWide = namesOf(extraWideColumns);
const typed = [
  'id',
  'name',
  'email',
  'value_1',
  'value_2',
  'value_3',
  'value_4',
  'value_5',
] as const;

export function createColumnStore(database: Kysely<Tables>): ColumnStore {
  return {
    narrow: (limit) =>
      database.selectFrom('users_narrow').select(narrow).orderBy('id').limit(limit).execute(),
    wide: (limit) =>
      database.selectFrom('users_wide').select(wide).orderBy('id').limit(limit).execute(),
    extraWide: (limit) =>
      database
        .selectFrom('users_extra_wide')
        .select(extraWide)
        .orderBy('id')
        .limit(limit)
        .execute(),
    wideProjected: (limit) =>
      database.selectFrom('users_wide').select(narrow).orderBy('id').limit(limit).execute(),
    typed: (type, limit) =>
      database.selectFrom(`users_type_${type}`).select(typed).orderBy('id').limit(limit).execute(),
    plusOne: (type, limit) =>
      database
        .selectFrom(`users_plus_${type}`)
        .select([...narrow, 'extra'])
        .orderBy('id')
        .limit(limit)
        .execute(),
  };
}
