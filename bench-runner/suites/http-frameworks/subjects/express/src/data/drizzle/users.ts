import { asc, count, eq, gt, sql } from 'drizzle-orm';
import { refuseTakenEmail } from '../database-errors.ts';
import type { PaginationStore, UserStore } from '../store.ts';
import type { Database } from './database.ts';
import { users, usersPagination } from './tables.ts';

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  created_at: users.created_at,
};
const paginated = {
  id: usersPagination.id,
  name: usersPagination.name,
  email: usersPagination.email,
  created_at: usersPagination.created_at,
};
const given = sql.placeholder;

export function createUserStore(database: Database): UserStore {
  const first = database
    .select(columns)
    .from(users)
    .orderBy(asc(users.id))
    .limit(given('count'))
    .prepare('orm-users-first');
  const find = database
    .select(columns)
    .from(users)
    .where(eq(users.id, given('id')))
    .prepare('orm-users-find');
  const create = database
    .insert(users)
    .values({ name: given('name'), email: given('email') })
    .returning(columns)
    .prepare('orm-users-create');
  return {
    first: (count) => first.execute({ count }),
    find: async (id) => (await find.execute({ id }))[0],
    create: async ({ name, email }) => {
      const [user] = await create.execute({ name, email }).catch(refuseTakenEmail);
      return user!;
    },
    update: async (id, { name, email }) => {
      const [user] = await database
        .update(users)
        .set({ name, email })
        .where(eq(users.id, id))
        .returning(columns)
        .catch(refuseTakenEmail);
      return user;
    },
    remove: async (id) => {
      const { rowCount } = await database.delete(users).where(eq(users.id, id));
      return rowCount === 1;
    },
  };
}

export function createPaginationStore(database: Database): PaginationStore {
  const page = database
    .select(paginated)
    .from(usersPagination)
    .orderBy(asc(usersPagination.id))
    .limit(given('size'))
    .offset(given('offset'))
    .prepare('orm-pagination-page');
  const after = database
    .select(paginated)
    .from(usersPagination)
    .where(gt(usersPagination.id, given('id')))
    .orderBy(asc(usersPagination.id))
    .limit(given('size'))
    .prepare('orm-pagination-after');
  const total = database
    .select({ total: count() })
    .from(usersPagination)
    .prepare('orm-pagination-count');
  return {
    page: (offset, size) => page.execute({ offset, size }),
    count: async () => (await total.execute())[0]!.total,
    after: (id, size) => after.execute({ id, size }),
  };
}
