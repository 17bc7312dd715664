import { asc, like, or, type SQL, sql } from 'drizzle-orm';
import type { Hit, PostSearch } from '../../../application/ports/post-search.ts';
import { containing } from '../like-pattern.ts';
import type { Database } from './database.ts';
import { posts } from './schema/authors.ts';

export class DrizzlePostSearch implements PostSearch {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  containing(text: string, limit: number): Promise<Hit[]> {
    const pattern = containing(text);
    return this.#where(or(like(posts.title, pattern), like(posts.body, pattern)), limit);
  }

  matching(words: string, limit: number): Promise<Hit[]> {
    return this.#where(sql`${posts.search} @@ plainto_tsquery('english', ${words})`, limit);
  }

  #where(condition: SQL | undefined, limit: number): Promise<Hit[]> {
    return this.#database
      .select({ id: posts.id, title: posts.title })
      .from(posts)
      .where(condition)
      .orderBy(asc(posts.id))
      .limit(limit);
  }
}
