import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import type { UserAnswer } from '../users/user.dto.ts';
import type { PaginationRepository } from './pagination.repository.ts';

const columns = 'id, name, email, created_at';
const page = {
  name: 'pagination_page',
  text: `SELECT ${columns} FROM users_pagination ORDER BY id LIMIT $1 OFFSET $2`,
};
const count = {
  name: 'pagination_count',
  text: 'SELECT COUNT(*)::int AS total FROM users_pagination',
};
const after = {
  name: 'pagination_after',
  text: `SELECT ${columns} FROM users_pagination WHERE id > $1 ORDER BY id LIMIT $2`,
};

@Injectable()
export class SqlPaginationRepository implements PaginationRepository {
  constructor(private readonly postgres: PostgresService) {}

  page(limit: number, offset: number): Promise<UserAnswer[]> {
    return this.postgres.queries.rows(page, [limit, offset]);
  }

  async count(): Promise<number> {
    return (await this.postgres.queries.row<{ total: number }>(count))!.total;
  }

  after(id: number, limit: number): Promise<UserAnswer[]> {
    return this.postgres.queries.rows(after, [id, limit]);
  }
}
