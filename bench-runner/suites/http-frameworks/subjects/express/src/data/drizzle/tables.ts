import { boolean, customType, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = () => timestamp({ withTimezone: true, mode: 'date' }).notNull();
const whole = () => integer().notNull();
const words = () => text().notNull();
const flag = () => boolean().notNull();

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const person = () => ({
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  name: words(),
  email: words(),
  created_at: moment().defaultNow(),
});

export const users = pgTable('users', {
  ...person(),
  country: words().default('US'),
  status: words().default('active'),
  login_count: whole().default(0),
});

export const usersPagination = pgTable('users_pagination', person());

export const authors = pgTable('authors', { ...person(), country: words() });

export const posts = pgTable('posts', {
  id: integer().primaryKey(),
  author_id: whole(),
  title: words(),
  body: words(),
  views: whole(),
  created_at: moment(),
  search: tsvector().notNull(),
});

export const bulkItems = pgTable('bulk_items', {
  id: integer().primaryKey().generatedByDefaultAsIdentity(),
  name: words(),
  value: whole(),
  created_at: moment().defaultNow(),
});

export const products = pgTable('products', {
  id: integer().primaryKey(),
  name: words(),
  stock: whole(),
  version: whole(),
  updated_at: moment(),
});

export const narrowColumns = () => ({
  id: integer().primaryKey(),
  name: words(),
  email: words(),
  status: words(),
  created_at: moment(),
});

const wideColumns = () => ({
  ...narrowColumns(),
  updated_at: moment(),
  phone: words(),
  country: words(),
  city: words(),
  street: words(),
  postal_code: words(),
  company: words(),
  job_title: words(),
  language: words(),
  time_zone: words(),
  login_count: whole(),
  last_login_at: moment(),
  balance_cents: whole(),
  is_verified: flag(),
  biography: words(),
});

export const usersNarrow = pgTable('users_narrow', narrowColumns());
export const usersWide = pgTable('users_wide', wideColumns());
export const usersExtraWide = pgTable('users_extra_wide', {
  ...wideColumns(),
  birth_year: whole(),
  website: words(),
  avatar_url: words(),
  referral_code: words(),
  department: words(),
  manager_id: whole(),
  newsletter_opt_in: flag(),
  sms_opt_in: flag(),
  two_factor: flag(),
  theme: words(),
  currency: words(),
  billing_street: words(),
  billing_city: words(),
  billing_postal_code: words(),
  billing_country: words(),
  shipping_street: words(),
  shipping_city: words(),
  shipping_postal_code: words(),
  shipping_country: words(),
  vat_number: words(),
  order_count: whole(),
  order_total_cents: whole(),
  refund_count: whole(),
  ticket_count: whole(),
  loyalty_points: whole(),
  failed_login_count: whole(),
  last_order_at: moment(),
  last_seen_at: moment(),
  seconds_on_site: whole(),
  notes: words(),
});
