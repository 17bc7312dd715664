import { Injectable } from '@nestjs/common';
import { PostgresService } from '../database/postgres.service.ts';
import type { UserAnswer, UserDto } from './user.dto.ts';
import type { UsersRepository } from './users.repository.ts';

const columns = 'id, name, email, created_at';
const first = {
  name: 'users_first',
  text: `SELECT ${columns} FROM users ORDER BY id LIMIT $1`,
};
const find = { name: 'users_find', text: `SELECT ${columns} FROM users WHERE id = $1` };
const create = {
  name: 'users_create',
  text: `INSERT INTO users (name, email) VALUES ($1, $2) RETURNING ${columns}`,
};
const update = {
  name: 'users_update',
  text: `UPDATE users SET name = $2, email = $3 WHERE id = $1 RETURNING ${columns}`,
};
const remove = { name: 'users_remove', text: 'DELETE FROM users WHERE id = $1' };

@Injectable()
export class SqlUsersRepository implements UsersRepository {
  constructor(private readonly postgres: PostgresService) {}

  first(count: number): Promise<UserAnswer[]> {
    return this.postgres.queries.rows(first, [count]);
  }

  async find(id: number): Promise<UserAnswer | null> {
    return (await this.postgres.queries.row<UserAnswer>(find, [id])) ?? null;
  }

  async create({ name, email }: UserDto): Promise<UserAnswer> {
    return (await this.postgres.queries.row<UserAnswer>(create, [name, email]))!;
  }

  async update(id: number, { name, email }: UserDto): Promise<UserAnswer | null> {
    return (await this.postgres.queries.row<UserAnswer>(update, [id, name, email])) ?? null;
  }

  async remove(id: number): Promise<boolean> {
    return (await this.postgres.queries.run(remove, [id])) > 0;
  }
}
