import type { Pool } from 'pg';
import type { AggregationStore, AuthorStatistics, CountryStatistics, Counts } from '../store.ts';
import { Statement } from './statement.ts';

const counts = new Statement<Counts>(
  'count-users',
  `select count(*)::int as count_star, count(id)::int as count_id,
     count(distinct status)::int as count_distinct_status
   from users`,
);
const byCountry = new Statement<CountryStatistics>(
  'users-by-country',
  `select country, count(*)::int as user_count, sum(login_count)::float8 as total_logins,
     round(avg(login_count), 2)::float8 as avg_logins
   from users group by country order by user_count desc, country limit $1`,
);
const byAuthor = new Statement<AuthorStatistics>(
  'posts-by-author',
  `select authors.id as author_id, authors.name as author_name, count(posts.id)::int as post_count,
     sum(posts.views)::float8 as total_views, round(avg(posts.views), 2)::float8 as avg_views
   from authors join posts on posts.author_id = authors.id
   group by authors.id order by total_views desc, authors.id limit $1`,
);

export function sqlAggregation(pool: Pool): AggregationStore {
  return {
    counts: async () => (await counts.row(pool)) as Counts,
    byCountry: (limit) => byCountry.rows(pool, [limit]),
    byAuthor: (limit) => byAuthor.rows(pool, [limit]),
  };
}
