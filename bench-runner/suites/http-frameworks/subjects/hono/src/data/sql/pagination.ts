import type { Pool } from 'pg';
import type { PaginationStore, User } from '../store.ts';
import { Statement } from './statement.ts';

const columns = 'id, name, email, created_at';
const page = new Statement<User>(
  'user-page',
  `select ${columns} from users_pagination order by id limit $1 offset $2`,
);
const count = new Statement<{ total: number }>(
  'user-count',
  'select count(*)::int as total from users_pagination',
);
const after = new Statement<User>(
  'users-after',
  `select ${columns} from users_pagination where id > $1 order by id limit $2`,
);

export function sqlPagination(pool: Pool): PaginationStore {
  return {
    page: ({ limit, offset }) => page.rows(pool, [limit, offset]),
    count: async () => (await count.row(pool))?.total ?? 0,
    after: (id, limit) => after.rows(pool, [id, limit]),
  };
}
