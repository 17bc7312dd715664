import type { DataSet } from '../../define/service.ts';
import { inSession, quoted, type Server } from './session.ts';

/** The database that subjects work on, and the one with the data it is made from. */
export interface Databases {
  server: Server;
  /** Database that connections to create and drop others are made to. */
  maintenance: string;
  working: string;
  template: string;
  /** Who owns both; the user of the server without it. */
  owner?: { name: string; password: string };
}

/**
 * Creates the template, loads the parts of the data, and makes what lies there final: statistics
 * are gathered, rows frozen, pages written.
 * @throws Error naming the part and statement that failed.
 */
export async function loadTemplate(
  databases: Databases,
  data: { set: DataSet; parts: readonly string[] } | undefined,
  options: { signal?: AbortSignal; onStep(what: string): void },
): Promise<void> {
  const { server, template, owner } = databases;
  await createDatabase(databases, template, 'template0');
  const loader: Server = owner ? { ...server, user: owner.name, password: owner.password } : server;
  for (const part of data?.parts ?? []) {
    options.signal?.throwIfAborted();
    const statements = data?.set.parts[part];
    if (!statements) {
      const known = Object.keys(data?.set.parts ?? {}).join(', ');
      throw new Error(`The suite's data has no part "${part}"; it has: ${known}.`);
    }
    options.onStep(`loading ${part}`);
    await loadPart(loader, template, part, statements, options.signal);
  }
  options.signal?.throwIfAborted();
  await inSession(server, template, async (client) => {
    await client.query('VACUUM (FREEZE, ANALYZE)');
    // Only superusers and pg_checkpoint may; elsewhere the server does so in its own time.
    await client.query('CHECKPOINT').catch(() => {});
  });
}

async function loadPart(
  server: Server,
  database: string,
  part: string,
  statements: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await inSession(server, database, async (client) => {
    await client.query('BEGIN');
    for (const statement of statements) {
      signal?.throwIfAborted();
      try {
        await client.query(statement);
      } catch (error) {
        const beginning = statement.trim().slice(0, 120);
        throw new Error(
          `Part "${part}" of the data could not be loaded: ${(error as Error).message}, in "${beginning}".`,
          { cause: error },
        );
      }
    }
    await client.query('COMMIT');
  });
}

/** Makes the working database anew from the template; connections to it are closed. */
export async function restoreWorkingDatabase(databases: Databases): Promise<void> {
  await dropDatabase(databases, databases.working);
  await createDatabase(databases, databases.working, databases.template);
}

export async function dropDatabases(databases: Databases): Promise<void> {
  await dropDatabase(databases, databases.working);
  await dropDatabase(databases, databases.template);
}

async function dropDatabase({ server, maintenance }: Databases, name: string): Promise<void> {
  await inSession(server, maintenance, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`),
  );
}

async function createDatabase(databases: Databases, name: string, template: string): Promise<void> {
  const { server, maintenance, owner } = databases;
  const ownedBy = owner ? ` OWNER ${quoted(owner.name)}` : '';
  await inSession(server, maintenance, (client) =>
    client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template)}${ownedBy}`),
  );
}
