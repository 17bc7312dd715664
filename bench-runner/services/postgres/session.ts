import pg from 'pg';

const connectWithinMs = 5_000;

/** Address of another database of the same server, for the same user unless another is named. */
export function databaseUrl(
  server: string,
  database: string,
  user?: { name: string; password: string },
): string {
  const url = new URL(server);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (user) [url.username, url.password] = [user.name, user.password];
  return url.href;
}

/**
 * Runs `work` on a connection of its own, so that no connection has to outlive a restart.
 * @throws what the server or the network says.
 */
export async function inSession<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectWithinMs,
    application_name: 'benchmark-lab',
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

/** Runs one statement on a connection of its own. */
export async function runStatement(url: string, sql: string): Promise<void> {
  await inSession(url, (client) => client.query(sql));
}

/** An identifier as SQL, whatever it holds. */
export const quoted = (identifier: string) => pg.escapeIdentifier(identifier);
