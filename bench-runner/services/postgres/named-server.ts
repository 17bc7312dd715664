import { createHash, randomBytes } from 'node:crypto';
import type { RunningService, ServiceContext } from '../../define/service.ts';
import { ServiceUnavailable } from '../../define/service.ts';
import type { LeftDatabases } from '../leftovers/end-leftovers.ts';
import { recordStart } from '../leftovers/start-record.ts';
import { readCounters } from './counters.ts';
import { describeServer } from './describe-server.ts';
import { loadTemplate } from './load-template.ts';
import { databaseUrl, inSession, quoted, runStatement } from './session.ts';
import {
  checkWorkingDatabase,
  type Databases,
  dropDatabases,
  restoreWorkingDatabase,
  workingUrl,
} from './working-database.ts';

/** The first that can drop a database which is in use. */
const oldestVersion = 130_000;

/**
 * Uses the server that `DATABASE_URL` names: creates two databases with names of its own there and
 * drops them at the end; others are not touched.
 * @param left Databases that earlier runs left; those on this server are dropped.
 * @throws ServiceUnavailable where the server cannot be reached or lets no database be created.
 */
export async function startOnNamedServer(
  url: string,
  context: ServiceContext,
  left: readonly LeftDatabases[] = [],
): Promise<RunningService> {
  const maintenance = await maintenanceUrl(url);
  const server = createHash('sha256').update(url).digest('hex');
  for (const { names, forget } of left.filter((each) => each.server === server)) {
    for (const name of names) {
      await runStatement(maintenance, `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
    }
    forget();
  }
  const working = `lab_${randomBytes(6).toString('hex')}`;
  const databases: Databases = { maintenance, working, template: `${working}_template` };
  const record = await recordStart('postgres', {
    databases: { server, names: [databases.working, databases.template] },
  });
  const stop = async () => {
    await dropDatabases(databases);
    record.remove();
  };
  try {
    await loadTemplate(databases, context.data, context);
    await restoreWorkingDatabase(databases);
    return {
      name: 'PostgreSQL',
      version: await describeServer(maintenance),
      standIn: false,
      environment: { DATABASE_URL: workingUrl(databases) },
      processes: [],
      check: () => checkWorkingDatabase(databases),
      restore: () => restoreWorkingDatabase(databases),
      restart: async () => {
        throw new Error(
          'The PostgreSQL server that DATABASE_URL names is not the lab’s to restart. Unset DATABASE_URL to measure scenarios that need a restart.',
        );
      },
      counters: () => readCounters(databases),
      stop,
    };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/**
 * Address to create databases from, once it is known that this is possible.
 * @throws ServiceUnavailable where it is not.
 */
export async function maintenanceUrl(url: string): Promise<string> {
  const remedy =
    'set DATABASE_URL to a server that runs, or unset it to use the one that comes with the lab';
  if (!URL.canParse(url) || !/^postgres(?:ql)?:$/.test(new URL(url).protocol)) {
    throw new ServiceUnavailable(
      'DATABASE_URL is no address such as postgres://user:password@127.0.0.1:5432/postgres',
      remedy,
    );
  }
  const named = new URL(url).pathname.length > 1 ? url : databaseUrl(url, 'postgres');
  const rights = await inSession(named, async (client) => {
    const { rows } = await client.query(`
      SELECT current_setting('server_version_num')::int AS version, rolname AS name,
        rolsuper OR rolcreatedb AS creates FROM pg_roles WHERE rolname = current_user`);
    return rows[0] as { version: number; name: string; creates: boolean };
  }).catch((error: Error) => {
    throw new ServiceUnavailable(
      `DATABASE_URL names a server that refuses: ${error.message}`,
      remedy,
    );
  });
  if (rights.version < oldestVersion) {
    throw new ServiceUnavailable(
      'DATABASE_URL names a PostgreSQL older than 13',
      'use PostgreSQL 13 or newer, or unset DATABASE_URL',
    );
  }
  if (!rights.creates) {
    throw new ServiceUnavailable(
      'the user in DATABASE_URL may not create databases',
      `ALTER ROLE ${quoted(rights.name)} CREATEDB, on that server`,
    );
  }
  return named;
}
