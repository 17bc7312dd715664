import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';

export type Database = ReturnType<typeof openDatabase>;

export function openDatabase(pool: Pool) {
  return drizzle({ client: pool });
}
