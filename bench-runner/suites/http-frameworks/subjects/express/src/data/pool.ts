import { Pool, types } from 'pg';
import type { Config } from '../config.ts';

export type { Pool } from 'pg';

// Counts and sums stay far below 2^53, and averages are rounded to two decimals.
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.NUMERIC, Number);

/** Connects when it is first asked; a connection that is lost is replaced, not fatal. */
export function createPool({ databaseUrl, poolSize }: Config): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max: poolSize });
  pool.on('error', (error) => console.error(error));
  // One that breaks while a request holds it tells nobody else, and nobody told ends the process.
  pool.on('connect', (client) => client.on('error', (error) => console.error(error)));
  return pool;
}
