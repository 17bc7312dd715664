import type { Kysely } from 'kysely';
import { refuseTakenEmail } from '../database-errors.ts';
import type { PaginationStore, UserStore } from '../store.ts';
import type { Tables } from './database.ts';

const columns = ['id', 'name', 'email', 'created_at'] as const;

export function createUserStore(database: Kysely<Tables>): UserStore {
  return {
    first: (count) =>
      database.selectFrom('users').select(columns).orderBy('id').limit(count).execute(),
    find: (id) =>
      database.selectFrom('users').select(columns).where('id', '=', id).executeTakeFirst(),
    create: ({ name, email }) =>
      database
        .insertInto('users')
        .values({ name, email })
        .returning(columns)
        .executeTakeFirstOrThrow()
        .catch(refuseTakenEmail),
    update: (id, { name, email }) =>
      database
        .updateTable('users')
        .set({ name, email })
        .where('id', '=', id)
        .returning(columns)
        .executeTakeFirst()
        .catch(refuseTakenEmail),
    remove: async (id) => {
      const { numDeletedRows } = await database
        .deleteFrom('users')
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

export function createPaginationStore(database: Kysely<Tables>): PaginationStore {
  const rows = () => database.selectFrom('users_pagination').select(columns).orderBy('id');
  return {
    page: (offset, size) => rows().limit(size).offset(offset).execute(),
    count: async () => {
      const { total } = await database
        .selectFrom('users_pagination')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },
    after: (id, size) => rows().where('id', '>', id).limit(size).execute(),
  };
}
