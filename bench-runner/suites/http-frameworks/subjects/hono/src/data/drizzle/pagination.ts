import { asc, count, gt, placeholder } from 'drizzle-orm';
import type { PaginationStore } from '../store.ts';
import type { Database } from './database.ts';
import { usersPagination as users } from './schema/users.ts';

export function drizzlePagination(database: Database): PaginationStore {
  const page = database
    .select()
    .from(users)
    .orderBy(asc(users.id))
    .limit(placeholder('limit'))
    .offset(placeholder('offset'))
    .prepare('drizzle-user-page');
  const total = database.select({ total: count() }).from(users).prepare('drizzle-user-count');
  const after = database
    .select()
    .from(users)
    .where(gt(users.id, placeholder('id')))
    .orderBy(asc(users.id))
    .limit(placeholder('limit'))
    .prepare('drizzle-users-after');
  return {
    page: ({ limit, offset }) => page.execute({ limit, offset }),
    count: async () => (await total.execute())[0]?.total ?? 0,
    after: (id, limit) => after.execute({ id, limit }),
  };
}
