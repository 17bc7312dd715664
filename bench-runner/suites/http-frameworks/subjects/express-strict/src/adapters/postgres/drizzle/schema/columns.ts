import { boolean, integer, jsonb, pgTable, text, uuid, varchar } from 'drizzle-orm/pg-core';
import type { ColumnType } from '../../../../application/ports/column-reader.ts';
import { moment } from './moment.ts';

const named = { id: integer().primaryKey(), name: text().notNull(), email: text().notNull() };

const narrow = { ...named, status: text().notNull(), created_at: moment() };

const wide = {
  ...narrow,
  updated_at: moment(),
  phone: text().notNull(),
  country: text().notNull(),
  city: text().notNull(),
  street: text().notNull(),
  postal_code: text().notNull(),
  company: text().notNull(),
  job_title: text().notNull(),
  language: text().notNull(),
  time_zone: text().notNull(),
  login_count: integer().notNull(),
  last_login_at: moment(),
  balance_cents: integer().notNull(),
  is_verified: boolean().notNull(),
  biography: text().notNull(),
};

const extraWide = {
  ...wide,
  birth_year: integer().notNull(),
  website: text().notNull(),
  avatar_url: text().notNull(),
  referral_code: text().notNull(),
  department: text().notNull(),
  manager_id: integer().notNull(),
  newsletter_opt_in: boolean().notNull(),
  sms_opt_in: boolean().notNull(),
  two_factor: boolean().notNull(),
  theme: text().notNull(),
  currency: text().notNull(),
  billing_street: text().notNull(),
  billing_city: text().notNull(),
  billing_postal_code: text().notNull(),
  billing_country: text().notNull(),
  shipping_street: text().notNull(),
  shipping_city: text().notNull(),
  shipping_postal_code: text().notNull(),
  shipping_country: text().notNull(),
  vat_number: text().notNull(),
  order_count: integer().notNull(),
  order_total_cents: integer().notNull(),
  refund_count: integer().notNull(),
  ticket_count: integer().notNull(),
  loyalty_points: integer().notNull(),
  failed_login_count: integer().notNull(),
  last_order_at: moment(),
  last_seen_at: moment(),
  seconds_on_site: integer().notNull(),
  notes: text().notNull(),
};

export const usersNarrow = pgTable('users_narrow', narrow);
export const usersWide = pgTable('users_wide', wide);
export const usersExtraWide = pgTable('users_extra_wide', extraWide);

const columnOf = {
  int: () => integer().notNull(),
  timestamp: moment,
  uuid: () => uuid().notNull(),
  varchar: () => varchar({ length: 100 }).notNull(),
  text: () => text().notNull(),
  jsonb: () => jsonb().notNull(),
} satisfies Record<ColumnType, () => unknown>;

export const typedTable = (type: ColumnType) =>
  pgTable(`users_type_${type}`, {
    ...named,
    value_1: columnOf[type](),
    value_2: columnOf[type](),
    value_3: columnOf[type](),
    value_4: columnOf[type](),
    value_5: columnOf[type](),
  });

export const plusOneTable = (type: ColumnType) =>
  pgTable(`users_plus_${type}`, { ...narrow, extra: columnOf[type]() });
