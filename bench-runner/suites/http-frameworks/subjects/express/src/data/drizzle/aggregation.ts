import { asc, avg, count, countDistinct, desc, eq, sql, sum } from 'drizzle-orm';
import type { AggregationStore } from '../store.ts';
import type { Database } from './database.ts';
import { authors, posts, users } from './tables.ts';

export function createAggregationStore(database: Database): AggregationStore {
  const total = sum(posts.views).mapWith(Number);
  return {
    counts: async () => {
      const [counts] = await database
        .select({
          count_star: count(),
          count_id: count(users.id),
          count_distinct_status: countDistinct(users.status),
        })
        .from(users);
      return counts!;
    },
    byCountry: (limit) =>
      database
        .select({
          country: users.country,
          user_count: count(),
          total_logins: sum(users.login_count).mapWith(Number),
          avg_logins: sql<number>`round(${avg(users.login_count)}, 2)`.mapWith(Number),
        })
        .from(users)
        .groupBy(users.country)
        .orderBy(desc(count()), asc(users.country))
        .limit(limit),
    byAuthor: (limit) =>
      database
        .select({
          author_id: authors.id,
          author_name: authors.name,
          post_count: count(posts.id),
          total_views: total,
          avg_views: sql<number>`round(${avg(posts.views)}, 2)`.mapWith(Number),
        })
        .from(authors)
        .innerJoin(posts, eq(posts.author_id, authors.id))
        .groupBy(authors.id)
        .orderBy(desc(total), asc(authors.id))
        .limit(limit),
  };
}
