import { asc, like, or, placeholder, type SQL, sql } from 'drizzle-orm';
import { containing } from '../like-pattern.ts';
import type { SearchStore } from '../store.ts';
import type { Database } from './database.ts';
import { posts } from './schema/authors.ts';

export function drizzleSearch(database: Database): SearchStore {
  const matching = (name: string, condition: SQL | undefined) =>
    database
      .select({ id: posts.id, title: posts.title })
      .from(posts)
      .where(condition)
      .orderBy(asc(posts.id))
      .limit(placeholder('limit'))
      .prepare(name);
  const pattern = sql`${placeholder('pattern')}`;
  const byPattern = matching(
    'drizzle-posts-like',
    or(like(posts.title, pattern), like(posts.body, pattern)),
  );
  const fullText = matching(
    'drizzle-posts-full-text',
    sql`${posts.search} @@ plainto_tsquery('english', ${placeholder('term')})`,
  );
  return {
    like: (term, limit) => byPattern.execute({ pattern: containing(term), limit }),
    fullText: (term, limit) => fullText.execute({ term, limit }),
  };
}
