import type { Pool } from 'pg';
import type { StatisticsReader } from '../../../application/ports/statistics-reader.ts';
import type {
  AuthorStatistics,
  CountryStatistics,
  UserCounts,
} from '../../../domain/statistics.ts';
import { Statement } from './statement.ts';

const users = new Statement<UserCounts>(
  'statistics_users',
  `SELECT COUNT(*)::int AS "all", COUNT(id)::int AS "withId",
     COUNT(DISTINCT status)::int AS statuses
   FROM users`,
);
const countries = new Statement<CountryStatistics>(
  'statistics_countries',
  `SELECT country, COUNT(*)::int AS users, SUM(login_count)::float8 AS logins,
     ROUND(AVG(login_count), 2)::float8 AS "meanLogins"
   FROM users GROUP BY country ORDER BY users DESC, country LIMIT $1`,
);
const authors = new Statement<AuthorStatistics>(
  'statistics_authors',
  `SELECT a.id, a.name, COUNT(p.id)::int AS posts,
     SUM(p.views)::float8 AS views, ROUND(AVG(p.views), 2)::float8 AS "meanViews"
   FROM authors AS a JOIN posts AS p ON p.author_id = a.id
   GROUP BY a.id ORDER BY views DESC, a.id LIMIT $1`,
);

export class SqlStatisticsReader implements StatisticsReader {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async users(): Promise<UserCounts> {
    return (await users.row(this.#pool)) as UserCounts;
  }

  countries(limit: number): Promise<CountryStatistics[]> {
    return countries.rows(this.#pool, [limit]);
  }

  authors(limit: number): Promise<AuthorStatistics[]> {
    return authors.rows(this.#pool, [limit]);
  }
}
