import type { Pool } from 'pg';
import { containing } from '../like-pattern.ts';
import type { Hit, SearchStore } from '../store.ts';
import { Statement } from './statement.ts';

const like = new Statement<Hit>(
  'posts-like',
  'select id, title from posts where title like $1 or body like $1 order by id limit $2',
);
const fullText = new Statement<Hit>(
  'posts-full-text',
  `select id, title from posts where search @@ plainto_tsquery('english', $1)
   order by id limit $2`,
);

export function sqlSearch(pool: Pool): SearchStore {
  return {
    like: (term, limit) => like.rows(pool, [containing(term), limit]),
    fullText: (term, limit) => fullText.rows(pool, [term, limit]),
  };
}
