import type { Pool } from 'pg';
import { withUniqueEmail } from '../postgres-errors.ts';
import type { User, UserStore } from '../store.ts';
import { Statement } from './statement.ts';

const columns = 'id, name, email, created_at';
const first = new Statement<User>(
  'first-users',
  `select ${columns} from users order by id limit $1`,
);
const find = new Statement<User>('find-user', `select ${columns} from users where id = $1`);
const create = new Statement<User>(
  'create-user',
  `insert into users (name, email) values ($1, $2) returning ${columns}`,
);
const update = new Statement<User>(
  'update-user',
  `update users set name = $2, email = $3 where id = $1 returning ${columns}`,
);
const remove = new Statement('remove-user', 'delete from users where id = $1');

export function sqlUsers(pool: Pool): UserStore {
  return {
    first: (count) => first.rows(pool, [count]),
    find: (id) => find.row(pool, [id]),
    create: async ({ name, email }) =>
      (await withUniqueEmail(create.row(pool, [name, email]))) as User,
    update: (id, { name, email }) => withUniqueEmail(update.row(pool, [id, name, email])),
    remove: async (id) => (await remove.run(pool, [id])) > 0,
  };
}
