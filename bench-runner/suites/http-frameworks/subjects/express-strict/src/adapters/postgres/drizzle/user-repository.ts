import { asc, eq, placeholder } from 'drizzle-orm';
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

const prepare = (database: Database) => ({
  first: database
    .select(columns)
    .from(users)
    .orderBy(asc(users.id))
    .limit(placeholder('count'))
    .prepare('drizzle_user_first'),
  find: database
    .select(columns)
    .from(users)
    .where(eq(users.id, placeholder('id')))
    .prepare('drizzle_user_find'),
  add: database
    .insert(users)
    .values({ name: placeholder('name'), email: placeholder('email') })
    .returning(columns)
    .prepare('drizzle_user_add'),
});

export class DrizzleUserRepository implements UserRepository {
  readonly #database: Database;
  readonly #queries: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#database = database;
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
    const change = this.#database
      .update(users)
      .set({ name: name.value, email: email.value })
      .where(eq(users.id, id))
      .returning(columns);
    const [row] = await withUniqueEmail(change);
    return row && userFrom(row);
  }

  async remove(id: number): Promise<boolean> {
    return (await this.#database.delete(users).where(eq(users.id, id))).rowCount === 1;
  }
}
