import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import type { Hit, SearchRepository } from './search.repository.ts';

const like = {
  name: 'search_like',
  text: 'SELECT id, title FROM posts WHERE title LIKE $1 OR body LIKE $1 ORDER BY id LIMIT $2',
};
const fullText = {
  name: 'search_full_text',
  text: `SELECT id, title FROM posts WHERE search @@ plainto_tsquery('english', $1)
    ORDER BY id LIMIT $2`,
};

@Injectable()
export class SqlSearchRepository implements SearchRepository {
  constructor(private readonly postgres: PostgresService) {}

  like(pattern: string, limit: number): Promise<Hit[]> {
    return this.postgres.queries.rows(like, [pattern, limit]);
  }

  fullText(words: string, limit: number): Promise<Hit[]> {
    return this.postgres.queries.rows(fullText, [words, limit]);
  }
}
