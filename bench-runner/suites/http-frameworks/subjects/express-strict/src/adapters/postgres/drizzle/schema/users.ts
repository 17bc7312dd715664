import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

export const users = pgTable('users', {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  name: text().notNull(),
  email: text().notNull().unique(),
  country: text().notNull().default('US'),
  status: text().notNull().default('active'),
  login_count: integer().notNull().default(0),
  created_at: moment().defaultNow(),
});

export const usersPagination = pgTable('users_pagination', {
  id: integer().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  created_at: moment(),
});
