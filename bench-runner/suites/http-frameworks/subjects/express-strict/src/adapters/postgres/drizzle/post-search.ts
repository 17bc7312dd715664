import { asc, like, or, placeholder, type SQL, sql } from 'drizzle-orm';
import type { Hit, PostSearch } from '../../../application/ports/post-search.ts';
import { containing } from '../like-pattern.ts';
import type { Database } from './database.ts';
import { posts } from './schema/authors.ts';

const pattern = sql`${placeholder('term')}`;
const byPattern = or(like(posts.title, pattern), like(posts.body, pattern));
const byWords = sql`${posts.search} @@ plainto_tsquery('english', ${placeholder('term')})`;

const prepare = (database: Database, name: string, condition: SQL | undefined) =>
  database
    .select({ id: posts.id, title: posts.title })
    .from(posts)
    .where(condition)
    .orderBy(asc(posts.id))
    .limit(placeholder('limit'))
    .prepare(name);

export class DrizzlePostSearch implements PostSearch {
  readonly #like: ReturnType<typeof prepare>;
  readonly #fullText: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#like = prepare(database, 'drizzle_post_like', byPattern);
    this.#fullText = prepare(database, 'drizzle_post_full_text', byWords);
  }

  containing(text: string, limit: number): Promise<Hit[]> {
    return this.#like.execute({ term: containing(text), limit });
  }

  matching(words: string, limit: number): Promise<Hit[]> {
    return this.#fullText.execute({ term: words, limit });
  }
}
