import type { Pool } from 'pg';
import type { AggregationStore } from '../store.ts';
import { rowsOf } from './statement.ts';

const statements = {
  counts: {
    name: 'aggregation-counts',
    text: `SELECT count(*) AS count_star, count(id) AS count_id,
      count(DISTINCT status) AS count_distinct_status FROM users`,
  },
  byCountry: {
    name: 'aggregation-by-country',
    text: `SELECT country, count(*) AS user_count, sum(login_count) AS total_logins,
        round(avg(login_count), 2) AS avg_logins
      FROM users GROUP BY country ORDER BY user_count DESC, country LIMIT $1`,
  },
  byAuthor: {
    name: 'aggregation-by-author',
    text: `SELECT a.id AS author_id, a.name AS author_name, count(p.id) AS post_count,
        sum(p.views) AS total_views, round(avg(p.views), 2) AS avg_views
      FROM authors a JOIN posts p ON p.author_id = a.id
      GROUP BY a.id ORDER BY total_views DESC, a.id LIMIT $1`,
  },
};

type Counts = Awaited<ReturnType<AggregationStore['counts']>>;

export function createAggregationStore(pool: Pool): AggregationStore {
  return {
    counts: async () => {
      const [counts] = await rowsOf<Counts>(pool, statements.counts);
      return counts!;
    },
    byCountry: (limit) => rowsOf(pool, statements.byCountry, [limit]),
    byAuthor: (limit) => rowsOf(pool, statements.byAuthor, [limit]),
  };
}
