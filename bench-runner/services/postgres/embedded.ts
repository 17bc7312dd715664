import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningService, ServiceContext } from '../../define/service.ts';
import { ServiceUnavailable } from '../../define/service.ts';
import { findFreePort } from '../free-port.ts';
import { makeOwnFolder, removeOwnFolder } from '../leftovers/own-folder.ts';
import { removeOnExit } from '../leftovers/remove-on-exit.ts';
import { recordStart } from '../leftovers/start-record.ts';
import { prepareBinaries } from './binaries.ts';
import { Cluster } from './cluster.ts';
import { readCounters } from './counters.ts';
import { describeServer } from './describe-server.ts';
import { loadTemplate } from './load-template.ts';
import { inSession, quoted, runStatement } from './session.ts';
import { canEnter, type User, unprivilegedUser } from './unprivileged-user.ts';
import {
  checkWorkingDatabase,
  type Databases,
  restoreWorkingDatabase,
  workingUrl,
} from './working-database.ts';

/**
 * Starts the PostgreSQL that comes with the lab's packages, for this run alone.
 * @throws ServiceUnavailable where it cannot run here.
 */
export async function startEmbedded(context: ServiceContext): Promise<RunningService> {
  const user = serverUser();
  const parent = user && !canEnter(context.folder, user) ? tmpdir() : context.folder;
  const folder = await makeOwnFolder(parent, user);
  const record = await recordStart('postgres', { folder });
  let cluster: Cluster | undefined;
  const remove = () => {
    removeOwnFolder(folder);
    record.remove();
  };
  const keepOnExit = removeOnExit(() => {
    cluster?.killNow();
    remove();
  });
  const stop = async () => {
    await cluster?.stop();
    remove();
    keepOnExit();
  };
  try {
    const started = await Cluster.create({
      binaries: await prepareBinaries(folder, user),
      folder,
      user,
      port: await findFreePort(),
      logFile: join(context.folder, 'postgres.log'),
      processors: context.processors,
      signal: context.signal,
      onStart: async (pid) => {
        context.onStart(pid);
        await record.update({ folder, workplace: cluster?.workplace, pids: [pid] });
      },
    });
    cluster = started;
    await started.start();
    const databases = await prepareDatabases(started, context);
    return {
      name: 'PostgreSQL',
      version: await describeServer(started.url),
      standIn: false,
      environment: { DATABASE_URL: workingUrl(databases) },
      get processes() {
        return started.pid === undefined ? [] : [started.pid];
      },
      check: () => checkWorkingDatabase(databases),
      restore: () => restore(started, databases),
      restart: () => started.restart(),
      counters: () => readCounters(databases),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareDatabases(cluster: Cluster, context: ServiceContext): Promise<Databases> {
  // Subjects get no superuser: that one may run programs on this machine.
  const owner = { name: 'lab', password: randomBytes(18).toString('base64url') };
  await inSession(cluster.url, async (client) => {
    await client.query(`CREATE ROLE ${quoted(owner.name)} LOGIN PASSWORD '${owner.password}'`);
    await client.query('CREATE EXTENSION pg_stat_statements');
  });
  const databases = {
    maintenance: cluster.url,
    working: 'lab',
    template: 'lab_template',
    owner,
  };
  await loadTemplate(databases, context.data, context);
  await restore(cluster, databases);
  return databases;
}

async function restore(cluster: Cluster, databases: Databases): Promise<void> {
  await restoreWorkingDatabase(databases);
  // What it holds of databases that are gone would push out what is counted.
  await runStatement(cluster.url, 'SELECT pg_stat_statements_reset()');
}

/**
 * Who the server runs as; undefined where this program is not run by root.
 * @throws ServiceUnavailable where root has nobody to run it as.
 */
export function serverUser(): User | undefined {
  try {
    return unprivilegedUser();
  } catch (error) {
    throw new ServiceUnavailable(
      `PostgreSQL refuses to run as root, and ${(error as Error).message}`,
      'run the lab as another user, or set DATABASE_URL to a server of yours',
    );
  }
}
