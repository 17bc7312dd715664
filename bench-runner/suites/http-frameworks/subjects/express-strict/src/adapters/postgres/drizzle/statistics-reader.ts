import { asc, count, countDistinct, desc, eq, placeholder, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { StatisticsReader } from '../../../application/ports/statistics-reader.ts';
import type {
  AuthorStatistics,
  CountryStatistics,
  UserCounts,
} from '../../../domain/statistics.ts';
import type { Database } from './database.ts';
import { authors, posts } from './schema/authors.ts';
import { users } from './schema/users.ts';

const total = (column: AnyPgColumn) => sql`coalesce(sum(${column}), 0)`.mapWith(Number);
const mean = (column: AnyPgColumn) => sql`round(coalesce(avg(${column}), 0), 2)`.mapWith(Number);

const prepare = (database: Database) => ({
  users: database
    .select({ all: count(), withId: count(users.id), statuses: countDistinct(users.status) })
    .from(users)
    .prepare('drizzle_statistics_users'),
  countries: database
    .select({
      country: users.country,
      users: count(),
      logins: total(users.login_count),
      meanLogins: mean(users.login_count),
    })
    .from(users)
    .groupBy(users.country)
    .orderBy(desc(count()), asc(users.country))
    .limit(placeholder('limit'))
    .prepare('drizzle_statistics_countries'),
  authors: database
    .select({
      id: authors.id,
      name: authors.name,
      posts: count(posts.id),
      views: total(posts.views),
      meanViews: mean(posts.views),
    })
    .from(authors)
    .leftJoin(posts, eq(posts.author_id, authors.id))
    .groupBy(authors.id)
    .orderBy(desc(total(posts.views)), asc(authors.id))
    .limit(placeholder('limit'))
    .prepare('drizzle_statistics_authors'),
});

export class DrizzleStatisticsReader implements StatisticsReader {
  readonly #queries: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#queries = prepare(database);
  }

  async users(): Promise<UserCounts> {
    return (await this.#queries.users.execute())[0] as UserCounts;
  }

  countries(limit: number): Promise<CountryStatistics[]> {
    return this.#queries.countries.execute({ limit });
  }

  authors(limit: number): Promise<AuthorStatistics[]> {
    return this.#queries.authors.execute({ limit });
  }
}
