import type { Pool } from 'pg';
import type { Hit, PostSearch } from '../../../application/ports/post-search.ts';
import { containing } from '../like-pattern.ts';
import { Statement } from './statement.ts';

const like = new Statement<Hit>(
  'post_like',
  'SELECT id, title FROM posts WHERE title LIKE $1 OR body LIKE $1 ORDER BY id LIMIT $2',
);
const fullText = new Statement<Hit>(
  'post_full_text',
  `SELECT id, title FROM posts WHERE search @@ plainto_tsquery('english', $1)
   ORDER BY id LIMIT $2`,
);

export class SqlPostSearch implements PostSearch {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  containing(text: string, limit: number): Promise<Hit[]> {
    return like.rows(this.#pool, [containing(text), limit]);
  }

  matching(words: string, limit: number): Promise<Hit[]> {
    return fullText.rows(this.#pool, [words, limit]);
  }
}
