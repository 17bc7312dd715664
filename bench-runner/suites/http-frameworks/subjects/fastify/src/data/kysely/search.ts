import { type Kysely, sql } from 'kysely';
import { containing } from '../like-pattern.ts';
import type { SearchStore } from '../store.ts';
import type { Tables } from './database.ts';

export function createSearchStore(database: Kysely<Tables>): SearchStore {
  const posts = (limit: number) =>
    database.selectFrom('posts').select(['id', 'title']).orderBy('id').limit(limit);
  return {
    like: (q, limit) => {
      const pattern = containing(q);
      return posts(limit)
        .where(({ eb, or }) => or([eb('title', 'like', pattern), eb('body', 'like', pattern)]))
        .execute();
    },
    fulltext: (q, limit) =>
      posts(limit).where(sql<boolean>`search @@ plainto_tsquery('english', ${q})`).execute(),
  };
}
