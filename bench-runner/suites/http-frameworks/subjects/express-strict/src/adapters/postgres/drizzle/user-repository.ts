import { asc, eq, placeholder, sql } from 'drizzle-orm';
import type { UserRepository } from '../../../application/ports/user-repository.ts';
import type { Profile, User } from '../../../domain/user.ts';
import { withUniqueEmail } from '../errors.ts';
import { type UserRow, userFrom } from '../user-mapper.ts';
import type { Database } from './database.ts';
import { users } from './schema/users.ts';

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  created_at: users.created_at,
};
const given = { name: sql`${placeholder('name')}`, email: sql`${placeholder('email')}` };
const byId = eq(users.id, placeholder('id'));

const prepare = (database: Database) => ({
  first: database
    .select(columns)
    .from(users)
    .orderBy(asc(users.id))
    .limit(placeholder('count'))
    .prepare('drizzle_user_first'),
  find: database.select(columns).from(users).where(byId).prepare('drizzle_user_find'),
  add: database.insert(users).values(given).returning(columns).prepare('drizzle_user_add'),
  change: database
    .update(users)
    .set(given)
    .where(byId)
    .returning(columns)
    .prepare('drizzle_user_change'),
  remove: database.delete(users).where(byId).prepare('drizzle_user_remove'),
});

export class DrizzleUserRepository implements UserRepository {
  readonly #queries: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#queries = prepare(database);
  }

  async first(count: number): Promise<User[]> {
    return (await this.#queries.first.execute({ count })).map(userFrom);
  }

  async find(id: number): Promise<User | undefined> {
    const [row] = await this.#queries.find.execute({ id });
    return row && userFrom(row);
  }

  async add({ name, email }: Profile): Promise<User> {
    const values = { name: name.value, email: email.value };
    const [row] = await withUniqueEmail(this.#queries.add.execute(values));
    return userFrom(row as UserRow);
  }

  async change(id: number, { name, email }: Profile): Promise<User | undefined> {
    const values = { id, name: name.value, email: email.value };
    const [row] = await withUniqueEmail(this.#queries.change.execute(values));
    return row && userFrom(row);
  }

  async remove(id: number): Promise<boolean> {
    return ((await this.#queries.remove.execute({ id })).rowCount ?? 0) > 0;
  }
}
