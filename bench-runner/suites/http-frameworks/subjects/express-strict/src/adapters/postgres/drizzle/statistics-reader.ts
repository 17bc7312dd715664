import { asc, avg, count, countDistinct, desc, eq, sql, sum } from 'drizzle-orm';
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

const total = (column: AnyPgColumn) => sum(column).mapWith(Number);
const mean = (column: AnyPgColumn) => sql<number>`round(${avg(column)}, 2)`.mapWith(Number);

export class DrizzleStatisticsReader implements StatisticsReader {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async users(): Promise<UserCounts> {
    const [counts] = await this.#database
      .select({ all: count(), withId: count(users.id), statuses: countDistinct(users.status) })
      .from(users);
    return counts as UserCounts;
  }

  countries(limit: number): Promise<CountryStatistics[]> {
    return this.#database
      .select({
        country: users.country,
        users: count(),
        logins: total(users.login_count),
        meanLogins: mean(users.login_count),
      })
      .from(users)
      .groupBy(users.country)
      .orderBy(desc(count()), asc(users.country))
      .limit(limit);
  }

  /** Of authors who have written something. */
  authors(limit: number): Promise<AuthorStatistics[]> {
    return this.#database
      .select({
        id: authors.id,
        name: authors.name,
        posts: count(posts.id),
        views: total(posts.views),
        meanViews: mean(posts.views),
      })
      .from(authors)
      .innerJoin(posts, eq(posts.author_id, authors.id))
      .groupBy(authors.id)
      .orderBy(desc(total(posts.views)), asc(authors.id))
      .limit(limit);
  }
}
