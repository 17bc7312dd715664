import type { Pool } from 'pg';
import { refuseTakenEmail } from '../database-errors.ts';
import type { PaginationStore, User, UserStore } from '../store.ts';
import { countOf, rowsOf } from './statement.ts';

const columns = 'id, name, email, created_at';

const statements = {
  first: { name: 'users-first', text: `SELECT ${columns} FROM users ORDER BY id LIMIT $1` },
  find: { name: 'users-find', text: `SELECT ${columns} FROM users WHERE id = $1` },
  create: {
    name: 'users-create',
    text: `INSERT INTO users (name, email) VALUES ($1, $2) RETURNING ${columns}`,
  },
  update: {
    name: 'users-update',
    text: `UPDATE users SET name = $2, email = $3 WHERE id = $1 RETURNING ${columns}`,
  },
  remove: { name: 'users-remove', text: 'DELETE FROM users WHERE id = $1' },
  page: {
    name: 'pagination-page',
    text: `SELECT ${columns} FROM users_pagination ORDER BY id LIMIT $1 OFFSET $2`,
  },
  count: { name: 'pagination-count', text: 'SELECT count(*) AS total FROM users_pagination' },
  after: {
    name: 'pagination-after',
    text: `SELECT ${columns} FROM users_pagination WHERE id > $1 ORDER BY id LIMIT $2`,
  },
};

export function createUserStore(pool: Pool): UserStore {
  const one = async (statement: (typeof statements)['find'], values: unknown[]) => {
    const [user] = await rowsOf<User>(pool, statement, values);
    return user;
  };
  return {
    first: (count) => rowsOf<User>(pool, statements.first, [count]),
    find: (id) => one(statements.find, [id]),
    create: async ({ name, email }) => {
      const user = await one(statements.create, [name, email]).catch(refuseTakenEmail);
      return user!;
    },
    update: (id, { name, email }) =>
      one(statements.update, [id, name, email]).catch(refuseTakenEmail),
    remove: async (id) => (await countOf(pool, statements.remove, [id])) === 1,
  };
}

export function createPaginationStore(pool: Pool): PaginationStore {
  return {
    page: (offset, size) => rowsOf<User>(pool, statements.page, [size, offset]),
    count: async () => {
      const [row] = await rowsOf<{ total: number }>(pool, statements.count);
      return row!.total;
    },
    after: (id, size) => rowsOf<User>(pool, statements.after, [id, size]),
  };
}
