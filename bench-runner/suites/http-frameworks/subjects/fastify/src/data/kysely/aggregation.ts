import { type Kysely, sql } from 'kysely';
import type { AggregationStore } from '../store.ts';
import type { Tables } from './database.ts';

export function createAggregationStore(database: Kysely<Tables>): AggregationStore {
  return {
    counts: () =>
      database
        .selectFrom('users')
        .select(({ fn }) => [
          fn.countAll<number>().as('count_star'),
          fn.count<number>('id').as('count_id'),
          fn.count<number>('status').distinct().as('count_distinct_status'),
        ])
        .executeTakeFirstOrThrow(),
    byCountry: (limit) =>
      database
        .selectFrom('users')
        .select(({ fn }) => [
          'country',
          fn.countAll<number>().as('user_count'),
          fn.sum<number>('login_count').as('total_logins'),
          sql<number>`round(${fn.avg('login_count')}, 2)`.as('avg_logins'),
        ])
        .groupBy('country')
        .orderBy('user_count', 'desc')
        .orderBy('country')
        .limit(limit)
        .execute(),
    byAuthor: (limit) =>
      database
        .selectFrom('authors as a')
        .innerJoin('posts as p', 'p.author_id', 'a.id')
        .select(({ fn }) => [
          'a.id as author_id',
          'a.name as author_name',
          fn.count<number>('p.id').as('post_count'),
          fn.sum<number>('p.views').as('total_views'),
          sql<number>`round(${fn.avg('p.views')}, 2)`.as('avg_views'),
        ])
        .groupBy('a.id')
        .orderBy('total_views', 'desc')
        .orderBy('a.id')
        .limit(limit)
        .execute(),
  };
}
