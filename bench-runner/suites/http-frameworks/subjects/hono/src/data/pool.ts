import pg from 'pg';
import type { Config } from '../config.ts';

/** Connections are opened as they are needed, at most `DB_POOL_SIZE` of them. */
export function openPool({ DATABASE_URL, DB_POOL_SIZE }: Config): pg.Pool {
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DB_POOL_SIZE,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 0,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; unheard, the event would end the process.
  pool.on('error', (error) => console.error(`An idle connection broke: ${error.message}`));
  // One that breaks while it is in use says so too, besides failing the query; unheard as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
