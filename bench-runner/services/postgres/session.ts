import type { ClientConfig } from 'pg';
import pg from 'pg';

/** A server, and a user of it that may create databases. */
export type Server = Omit<ClientConfig, 'database'>;

const connectWithinMs = 5_000;

/**
 * Runs `work` on a connection of its own, so that no connection has to outlive a restart.
 * @throws what the server or the network says.
 */
export async function inSession<Result>(
  server: Server,
  database: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'benchmark-lab',
    ...server,
    database,
  });
  // A server that goes away in between rejects the query in hand; without one it is nobody's error.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** An identifier as SQL, whatever it holds. */
export const quoted = (identifier: string) => pg.escapeIdentifier(identifier);
