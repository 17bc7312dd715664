import { drizzle } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';

export const connect = (pool: Pool) => drizzle({ client: pool });

export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
