export type ColumnKind = 'integer' | 'text' | 'moment' | 'flag' | 'json';

export const columnTypes = ['int', 'timestamp', 'uuid', 'varchar', 'text', 'jsonb'] as const;
export type ColumnType = (typeof columnTypes)[number];

export const narrowColumns = {
  id: 'integer',
  name: 'text',
  email: 'text',
  status: 'text',
  created_at: 'moment',
} as const;

export const wideColumns = {
  ...narrowColumns,
  updated_at: 'moment',
  phone: 'text',
  country: 'text',
  city: 'text',
  street: 'text',
  postal_code: 'text',
  company: 'text',
  job_title: 'text',
  language: 'text',
  time_zone: 'text',
  login_count: 'integer',
  last_login_at: 'moment',
  balance_cents: 'integer',
  is_verified: 'flag',
  biography: 'text',
} as const;

export const extraWideColumns = {
  ...wideColumns,
  birth_year: 'integer',
  website: 'text',
  avatar_url: 'text',
  referral_code: 'text',
  department: 'text',
  manager_id: 'integer',
  newsletter_opt_in: 'flag',
  sms_opt_in: 'flag',
  two_factor: 'flag',
  theme: 'text',
  currency: 'text',
  billing_street: 'text',
  billing_city: 'text',
  billing_postal_code: 'text',
  billing_country: 'text',
  shipping_street: 'text',
  shipping_city: 'text',
  shipping_postal_code: 'text',
  shipping_country: 'text',
  vat_number: 'text',
  order_count: 'integer',
  order_total_cents: 'integer',
  refund_count: 'integer',
  ticket_count: 'integer',
  loyalty_points: 'integer',
  failed_login_count: 'integer',
  last_order_at: 'moment',
  last_seen_at: 'moment',
  seconds_on_site: 'integer',
  notes: 'text',
} as const;
