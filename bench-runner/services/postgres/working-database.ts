import { databaseUrl, inSession, quoted, runStatement } from './session.ts';

/** The database that subjects work on, and the one with the data it is made from. */
export interface Databases {
  /** Address of a database from which others can be created and dropped. */
  maintenance: string;
  working: string;
  template: string;
  /** Who owns both; the user of the server without it. */
  owner?: { name: string; password: string };
}

/** What subjects are told. */
export function workingUrl({ maintenance, working, owner }: Databases): string {
  return databaseUrl(maintenance, working, owner);
}

/** Resolves if the working database answers on a new connection. */
export async function checkWorkingDatabase(databases: Databases): Promise<void> {
  await runStatement(workingUrl(databases), 'SELECT');
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

export async function createTemplate(databases: Databases): Promise<void> {
  await createDatabase(databases, databases.template, 'template0');
}

async function dropDatabase({ maintenance }: Databases, name: string): Promise<void> {
  await runStatement(maintenance, `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
}

const oldestWithStrategies = 150_000;

async function createDatabase(
  { maintenance, owner }: Databases,
  name: string,
  template: string,
): Promise<void> {
  await inSession(maintenance, async (client) => {
    const { rows } = await client.query(`SELECT current_setting('server_version_num') AS version`);
    // Copying files is the faster strategy where there is much data; see docs/services.md.
    const strategy = Number(rows[0].version) >= oldestWithStrategies ? ' STRATEGY file_copy' : '';
    const ownedBy = owner ? ` OWNER ${quoted(owner.name)}` : '';
    await client.query(
      `CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template)}${strategy}${ownedBy}`,
    );
  });
}
