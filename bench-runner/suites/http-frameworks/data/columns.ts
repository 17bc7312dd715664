import { between, draw, moment, oneOf } from './seeded-rows.ts';
import {
  cities,
  companies,
  countries,
  currencies,
  departments,
  firstNames,
  languages,
  lastNames,
  professions,
  statuses,
  streets,
  themes,
  timeZones,
  words,
} from './vocabulary.ts';

/** Name, SQL type and the expression that gives its value in a seeded row. */
export interface Column {
  name: string;
  type: string;
  value: string;
}

const column = (name: string, type: string, value: string): Column => ({ name, type, value });
const text = (name: string, value: string) => column(name, 'text not null', value);
const integer = (name: string, low: number, high: number, at: number) =>
  column(name, 'integer not null', between(at, low, high));
const time = (name: string, at: number) => column(name, 'timestamptz not null', moment(at));
const flag = (name: string, at: number) => column(name, 'boolean not null', `${draw(at)} % 2 = 0`);

const fullName = `${oneOf(1, firstNames)} || ' ' || ${oneOf(2, lastNames)}`;
const street = (at: number) =>
  `${between(at, 1, 250)} || ' ' || ${oneOf(at + 1, streets)} || ' Street'`;
const digits = (at: number, count: number) =>
  `lpad((${draw(at)} % ${10 ** count})::text, ${count}, '0')`;
const sentence = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => oneOf(from + index, words)).join(` || ' ' || `);

export const id = column('id', 'integer primary key', 'i');
export const name = text('name', fullName);

/** Unique: the row's number is part of it. */
export const email = text(
  'email',
  `lower(${oneOf(1, firstNames)} || '.' || ${oneOf(2, lastNames)}) || i || '@example.com'`,
);
export const country = text('country', oneOf(3, countries));
export const status = text('status', oneOf(4, statuses));
export const createdAt = time('created_at', 5);
export const loginCount = integer('login_count', 0, 500, 6);

export const narrowColumns: readonly Column[] = [id, name, email, status, createdAt];

export const wideColumns: readonly Column[] = [
  ...narrowColumns,
  time('updated_at', 7),
  text('phone', `'+' || ${between(8, 1, 98)} || ' ' || ${digits(9, 9)}`),
  country,
  text('city', oneOf(10, cities)),
  text('street', street(11)),
  text('postal_code', digits(13, 5)),
  text('company', oneOf(14, companies)),
  text('job_title', oneOf(15, professions)),
  text('language', oneOf(16, languages)),
  text('time_zone', oneOf(17, timeZones)),
  loginCount,
  time('last_login_at', 18),
  integer('balance_cents', 0, 10_000_000, 19),
  flag('is_verified', 20),
  text('biography', sentence(21, 8)),
];

export const extraWideColumns: readonly Column[] = [
  ...wideColumns,
  integer('birth_year', 1950, 2007, 31),
  text('website', `'https://www.example.com/' || substr(h, 1, 10)`),
  text('avatar_url', `'https://images.example.com/' || substr(h, 11, 12) || '.png'`),
  text('referral_code', 'upper(substr(h, 23, 8))'),
  text('department', oneOf(32, departments)),
  integer('manager_id', 1, 1_000, 33),
  flag('newsletter_opt_in', 34),
  flag('sms_opt_in', 35),
  flag('two_factor', 36),
  text('theme', oneOf(37, themes)),
  text('currency', oneOf(38, currencies)),
  text('billing_street', street(39)),
  text('billing_city', oneOf(41, cities)),
  text('billing_postal_code', digits(42, 5)),
  text('billing_country', oneOf(43, countries)),
  text('shipping_street', street(44)),
  text('shipping_city', oneOf(46, cities)),
  text('shipping_postal_code', digits(47, 5)),
  text('shipping_country', oneOf(48, countries)),
  text('vat_number', `${oneOf(49, countries)} || ${digits(50, 9)}`),
  integer('order_count', 0, 300, 51),
  integer('order_total_cents', 0, 5_000_000, 52),
  integer('refund_count', 0, 20, 53),
  integer('ticket_count', 0, 50, 54),
  integer('loyalty_points', 0, 100_000, 55),
  integer('failed_login_count', 0, 9, 56),
  time('last_order_at', 57),
  time('last_seen_at', 58),
  integer('seconds_on_site', 0, 1_000_000, 59),
  text('notes', sentence(60, 6)),
];
