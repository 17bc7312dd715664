import { asc, like, or, type SQL, sql } from 'drizzle-orm';
import { containing } from '../like-pattern.ts';
import type { SearchStore } from '../store.ts';
import type { Database } from './database.ts';
import { posts } from './tables.ts';

export function createSearchStore(database: Database): SearchStore {
  const matching = (condition: SQL | undefined, limit: number) =>
    database
      .select({ id: posts.id, title: posts.title })
      .from(posts)
      .where(condition)
      .orderBy(asc(posts.id))
      .limit(limit);
  return {
    like: (q, limit) => {
      const pattern = containing(q);
      return matching(or(like(posts.title, pattern), like(posts.body, pattern)), limit);
    },
    fulltext: (q, limit) =>
      matching(sql`${posts.search} @@ plainto_tsquery('english', ${q})`, limit),
  };
}
