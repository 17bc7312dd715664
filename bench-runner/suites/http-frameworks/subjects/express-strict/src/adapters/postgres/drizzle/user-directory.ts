import { asc, count, gt, placeholder } from 'drizzle-orm';
import type { UserDirectory } from '../../../application/ports/user-directory.ts';
import type { User } from '../../../domain/user.ts';
import { userFrom } from '../user-mapper.ts';
import type { Database } from './database.ts';
import { usersPagination as users } from './schema/users.ts';

const prepare = (database: Database) => ({
  page: database
    .select()
    .from(users)
    .orderBy(asc(users.id))
    .limit(placeholder('limit'))
    .offset(placeholder('offset'))
    .prepare('drizzle_directory_page'),
  count: database.select({ total: count() }).from(users).prepare('drizzle_directory_count'),
  after: database
    .select()
    .from(users)
    .where(gt(users.id, placeholder('id')))
    .orderBy(asc(users.id))
    .limit(placeholder('limit'))
    .prepare('drizzle_directory_after'),
});

export class DrizzleUserDirectory implements UserDirectory {
  readonly #queries: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#queries = prepare(database);
  }

  async page(limit: number, offset: number): Promise<User[]> {
    return (await this.#queries.page.execute({ limit, offset })).map(userFrom);
  }

  async count(): Promise<number> {
    return (await this.#queries.count.execute())[0]?.total ?? 0;
  }

  async after(id: number, limit: number): Promise<User[]> {
    return (await this.#queries.after.execute({ id, limit })).map(userFrom);
  }
}
