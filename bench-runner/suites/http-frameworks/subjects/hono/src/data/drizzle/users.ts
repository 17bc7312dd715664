import { asc, eq, placeholder, sql } from 'drizzle-orm';
import { withUniqueEmail } from '../postgres-errors.ts';
import type { User, UserStore } from '../store.ts';
import type { Database } from './database.ts';
import { users } from './schema/users.ts';

const user = { id: users.id, name: users.name, email: users.email, created_at: users.created_at };
const given = { name: sql`${placeholder('name')}`, email: sql`${placeholder('email')}` };

export function drizzleUsers(database: Database): UserStore {
  const first = database
    .select(user)
    .from(users)
    .orderBy(asc(users.id))
    .limit(placeholder('count'))
    .prepare('drizzle-first-users');
  const find = database
    .select(user)
    .from(users)
    .where(eq(users.id, placeholder('id')))
    .prepare('drizzle-find-user');
  const create = database
    .insert(users)
    .values({ name: placeholder('name'), email: placeholder('email') })
    .returning(user)
    .prepare('drizzle-create-user');
  const update = database
    .update(users)
    .set(given)
    .where(eq(users.id, placeholder('id')))
    .returning(user)
    .prepare('drizzle-update-user');
  const remove = database
    .delete(users)
    .where(eq(users.id, placeholder('id')))
    .prepare('drizzle-remove-user');
  return {
    first: (count) => first.execute({ count }),
    find: async (id) => (await find.execute({ id }))[0],
    create: async ({ name, email }) =>
      (await withUniqueEmail(create.execute({ name, email })))[0] as User,
    update: async (id, { name, email }) =>
      (await withUniqueEmail(update.execute({ id, name, email })))[0],
    remove: async (id) => ((await remove.execute({ id })).rowCount ?? 0) > 0,
  };
}
