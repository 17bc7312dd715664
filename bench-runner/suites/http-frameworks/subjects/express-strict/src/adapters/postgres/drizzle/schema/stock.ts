import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

export const products = pgTable('products', {
  id: integer().primaryKey(),
  name: text().notNull(),
  stock: integer().notNull(),
  version: integer().notNull().default(0),
  updated_at: moment().defaultNow(),
});

export const bulkItems = pgTable('bulk_items', {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull(),
  value: integer().notNull(),
  created_at: moment().defaultNow(),
});
