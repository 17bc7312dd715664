import { asc, count, countDistinct, desc, eq, placeholder, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { AggregationStore, Counts } from '../store.ts';
import type { Database } from './database.ts';
import { authors, posts } from './schema/authors.ts';
import { users } from './schema/users.ts';

const total = (column: AnyPgColumn) => sql`sum(${column})`.mapWith(Number);
const average = (column: AnyPgColumn) => sql`round(avg(${column}), 2)`.mapWith(Number);

export function drizzleAggregation(database: Database): AggregationStore {
  const counts = database
    .select({
      count_star: count(),
      count_id: count(users.id),
      count_distinct_status: countDistinct(users.status),
    })
    .from(users)
    .prepare('drizzle-count-users');
  const byCountry = database
    .select({
      country: users.country,
      user_count: count(),
      total_logins: total(users.login_count),
      avg_logins: average(users.login_count),
    })
    .from(users)
    .groupBy(users.country)
    .orderBy(desc(count()), asc(users.country))
    .limit(placeholder('limit'))
    .prepare('drizzle-users-by-country');
  const byAuthor = database
    .select({
      author_id: authors.id,
      author_name: authors.name,
      post_count: count(posts.id),
      total_views: total(posts.views),
      avg_views: average(posts.views),
    })
    .from(authors)
    .innerJoin(posts, eq(posts.author_id, authors.id))
    .groupBy(authors.id)
    .orderBy(desc(total(posts.views)), asc(authors.id))
    .limit(placeholder('limit'))
    .prepare('drizzle-posts-by-author');
  return {
    counts: async () => (await counts.execute())[0] as Counts,
    byCountry: (limit) => byCountry.execute({ limit }),
    byAuthor: (limit) => byAuthor.execute({ limit }),
  };
}
