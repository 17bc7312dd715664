import { integer, jsonb, pgTable, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { narrowColumns } from './tables.ts';

const values = {
  int: () => integer().notNull(),
  timestamp: () => timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  uuid: () => uuid().notNull(),
  varchar: () => varchar({ length: 100 }).notNull(),
  text: () => text().notNull(),
  jsonb: () => jsonb().notNull(),
};

type Value = (typeof values)[keyof typeof values];

const fiveOf = <Of extends Value>(value: Of) => ({
  id: integer().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  value_1: value(),
  value_2: value(),
  value_3: value(),
  value_4: value(),
  value_5: value(),
});

const oneMore = <Of extends Value>(value: Of) => ({ ...narrowColumns(), extra: value() });

/** Five columns of each type. */
export const typedTables = {
  int: pgTable('users_type_int', fiveOf(values.int)),
  timestamp: pgTable('users_type_timestamp', fiveOf(values.timestamp)),
  uuid: pgTable('users_type_uuid', fiveOf(values.uuid)),
  varchar: pgTable('users_type_varchar', fiveOf(values.varchar)),
  text: pgTable('users_type_text', fiveOf(values.text)),
  jsonb: pgTable('users_type_jsonb', fiveOf(values.jsonb)),
};

/** The narrow columns and one of each type. */
export const plusOneTables = {
  int: pgTable('users_plus_int', oneMore(values.int)),
  timestamp: pgTable('users_plus_timestamp', oneMore(values.timestamp)),
  uuid: pgTable('users_plus_uuid', oneMore(values.uuid)),
  varchar: pgTable('users_plus_varchar', oneMore(values.varchar)),
  text: pgTable('users_plus_text', oneMore(values.text)),
  jsonb: pgTable('users_plus_jsonb', oneMore(values.jsonb)),
};
