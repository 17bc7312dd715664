import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What every table of this scenario has. */
export abstract class NamedUser {
  @PrimaryColumn('integer')
  id!: number;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;
}

@Entity('users_narrow')
export class UserNarrow extends NamedUser {
  @Column('text')
  status!: string;

  @Column('timestamptz')
  created_at!: Date;
}

@Entity('users_wide')
export class UserWide extends UserNarrow {
  @Column('timestamptz')
  updated_at!: Date;

  @Column('text')
  phone!: string;

  @Column('text')
  country!: string;

  @Column('text')
  city!: string;

  @Column('text')
  street!: string;

  @Column('text')
  postal_code!: string;

  @Column('text')
  company!: string;

  @Column('text')
  job_title!: string;

  @Column('text')
  language!: string;

  @Column('text')
  time_zone!: string;

  @Column('integer')
  login_count!: number;

  @Column('timestamptz')
  last_login_at!: Date;

  @Column('integer')
  balance_cents!: number;

  @Column('boolean')
  is_verified!: boolean;

  @Column('text')
  biography!: string;
}

@Entity('users_extra_wide')
export class UserExtraWide extends UserWide {
  @Column('integer')
  birth_year!: number;

  @Column('text')
  website!: string;

  @Column('text')
  avatar_url!: string;

  @Column('text')
  referral_code!: string;

  @Column('text')
  department!: string;

  @Column('integer')
  manager_id!: number;

  @Column('boolean')
  newsletter_opt_in!: boolean;

  @Column('boolean')
  sms_opt_in!: boolean;

  @Column('boolean')
  two_factor!: boolean;

  @Column('text')
  theme!: string;

  @Column('text')
  currency!: string;

  @Column('text')
  billing_street!: string;

  @Column('text')
  billing_city!: string;

  @Column('text')
  billing_postal_code!: string;

  @Column('text')
  billing_country!: string;

  @Column('text')
  shipping_street!: string;

  @Column('text')
  shipping_city!: string;

  @Column('text')
  shipping_postal_code!: string;

  @Column('text')
  shipping_country!: string;

  @Column('text')
  vat_number!: string;

  @Column('integer')
  order_count!: number;

  @Column('integer')
  order_total_cents!: number;

  @Column('integer')
  refund_count!: number;

  @Column('integer')
  ticket_count!: number;

  @Column('integer')
  loyalty_points!: number;

  @Column('integer')
  failed_login_count!: number;

  @Column('timestamptz')
  last_order_at!: Date;

  @Column('timestamptz')
  last_seen_at!: Date;

  @Column('integer')
  seconds_on_site!: number;

  @Column('text')
  notes!: string;
}
