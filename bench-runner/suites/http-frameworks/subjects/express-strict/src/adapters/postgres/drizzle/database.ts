import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { authorRelations, authors, postRelations, posts } from './schema/authors.ts';

export type Database = ReturnType<typeof openDatabase>;

export function openDatabase(pool: Pool) {
  return drizzle({ client: pool, schema: { authors, posts, authorRelations, postRelations } });
}
