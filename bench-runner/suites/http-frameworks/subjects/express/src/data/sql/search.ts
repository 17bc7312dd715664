import type { Pool } from 'pg';
import { containing } from '../like-pattern.ts';
import type { SearchStore } from '../store.ts';
import { rowsOf } from './statement.ts';

const statements = {
  like: {
    name: 'search-like',
    text: 'SELECT id, title FROM posts WHERE title LIKE $1 OR body LIKE $1 ORDER BY id LIMIT $2',
  },
  fulltext: {
    name: 'search-fulltext',
    text: `SELECT id, title FROM posts WHERE search @@ plainto_tsquery('english', $1)
      ORDER BY id LIMIT $2`,
  },
};

export function createSearchStore(pool: Pool): SearchStore {
  return {
    like: (q, limit) => rowsOf(pool, statements.like, [containing(q), limit]),
    fulltext: (q, limit) => rowsOf(pool, statements.fulltext, [q, limit]),
  };
}
