import type { Pool } from 'pg';
import type { UserRepository } from '../../../application/ports/user-repository.ts';
import type { Profile, User } from '../../../domain/user.ts';
import { withUniqueEmail } from '../errors.ts';
import { type UserRow, userFrom } from '../user-mapper.ts';
import { Statement } from './statement.ts';

const columns = 'id, name, email, created_at';
const first = new Statement<UserRow>(
  'user_first',
  `SELECT ${columns} FROM users ORDER BY id LIMIT $1`,
);
const find = new Statement<UserRow>('user_find', `SELECT ${columns} FROM users WHERE id = $1`);
const add = new Statement<UserRow>(
  'user_add',
  `INSERT INTO users (name, email) VALUES ($1, $2) RETURNING ${columns}`,
);
const change = new Statement<UserRow>(
  'user_change',
  `UPDATE users SET name = $2, email = $3 WHERE id = $1 RETURNING ${columns}`,
);
const remove = new Statement('user_remove', 'DELETE FROM users WHERE id = $1');

export class SqlUserRepository implements UserRepository {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async first(count: number): Promise<User[]> {
    return (await first.rows(this.#pool, [count])).map(userFrom);
  }

  async find(id: number): Promise<User | undefined> {
    const row = await find.row(this.#pool, [id]);
    return row && userFrom(row);
  }

  async add({ name, email }: Profile): Promise<User> {
    const row = await withUniqueEmail(add.row(this.#pool, [name.value, email.value]));
    return userFrom(row as UserRow);
  }

  async change(id: number, { name, email }: Profile): Promise<User | undefined> {
    const row = await withUniqueEmail(change.row(this.#pool, [id, name.value, email.value]));
    return row && userFrom(row);
  }

  async remove(id: number): Promise<boolean> {
    return (await remove.run(this.#pool, [id])) > 0;
  }
}
