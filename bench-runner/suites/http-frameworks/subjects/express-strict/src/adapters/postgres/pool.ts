import pg from 'pg';

/** Connections are opened as they are needed, at most `size` of them. */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
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
