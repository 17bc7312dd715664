import { productStock, volumes } from './volumes.ts';

export const products = [
  `create table products (
    id integer primary key,
    name text not null,
    stock integer not null check (stock >= 0),
    version integer not null default 0,
    updated_at timestamptz not null default now()
  )`,
  `insert into products (id, name, stock, updated_at)
    select i, 'Product ' || i, ${productStock}, timestamptz '2025-01-01 00:00:00+00'
    from generate_series(1, ${volumes.products}) as i`,
  'analyze products',
];
