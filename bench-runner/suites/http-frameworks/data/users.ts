import { country, createdAt, email, id, loginCount, name, status } from './columns.ts';
import { continueIds, table } from './table.ts';
import { volumes } from './volumes.ts';

/** Read, written, cached and aggregated. A user created over HTTP takes the defaults. */
export const users = [
  ...table('users', volumes.users, [id, name, email, country, status, loginCount, createdAt]),
  ...continueIds('users', volumes.users),
  `alter table users
    add constraint users_email_key unique (email),
    alter column country set default 'US',
    alter column status set default 'active',
    alter column login_count set default 0,
    alter column created_at set default now()`,
  'analyze users',
];

export const pagination = [
  ...table('users_pagination', volumes.usersPagination, [id, name, email, createdAt]),
  'analyze users_pagination',
];
