import type { Pool } from 'pg';
import type { UserDirectory } from '../../../application/ports/user-directory.ts';
import type { User } from '../../../domain/user.ts';
import { type UserRow, userFrom } from '../user-mapper.ts';
import { Statement } from './statement.ts';

const columns = 'id, name, email, created_at';
const page = new Statement<UserRow>(
  'directory_page',
  `SELECT ${columns} FROM users_pagination ORDER BY id LIMIT $1 OFFSET $2`,
);
const count = new Statement<{ total: number }>(
  'directory_count',
  'SELECT COUNT(*)::int AS total FROM users_pagination',
);
const after = new Statement<UserRow>(
  'directory_after',
  `SELECT ${columns} FROM users_pagination WHERE id > $1 ORDER BY id LIMIT $2`,
);

export class SqlUserDirectory implements UserDirectory {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async page(limit: number, offset: number): Promise<User[]> {
    return (await page.rows(this.#pool, [limit, offset])).map(userFrom);
  }

  async count(): Promise<number> {
    return (await count.row(this.#pool))?.total ?? 0;
  }

  async after(id: number, limit: number): Promise<User[]> {
    return (await after.rows(this.#pool, [id, limit])).map(userFrom);
  }
}
