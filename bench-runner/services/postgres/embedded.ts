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
import { inSession, quoted } from './session.ts';
import { canEnter, type User, unprivilegedUser } from './unprivileged-user.ts';
import { type Databases, loadTemplate, restoreWorkingDatabase } from './working-database.ts';

/**
 * Starts the PostgreSQL that comes with the lab's packages, for this run alone.
 * @throws ServiceUnavailable where it cannot run here.
 */
export async function startEmbedded(context: ServiceContext): Promise<RunningService> {
  const { folder: contextFolder, signal, processors, onStep } = context;
  const user = serverUser();
  const role = { name: 'lab', password: randomBytes(18).toString('base64url') };
  const parent = user && !canEnter(contextFolder, user) ? tmpdir() : contextFolder;
  const folder = await makeOwnFolder(parent, user);
  const record = await recordStart('postgres', { folder });
  let cluster: Cluster | undefined;
  const keepOnExit = removeOnExit(() => {
    cluster?.killNow();
    removeOwnFolder(folder);
    record.remove();
  });
  const stop = async () => {
    await cluster?.stop();
    removeOwnFolder(folder);
    record.remove();
    keepOnExit();
  };
  try {
    const started = await Cluster.create({
      binaries: await prepareBinaries(folder, user),
      folder,
      user,
      port: await findFreePort(),
      logFile: join(contextFolder, 'postgres.log'),
      processors,
      signal,
      onStart: async (pid) => {
        context.onStart(pid);
        await record.update({ folder, workplace: cluster?.workplace, pids: [pid] });
      },
    });
    cluster = started;
    await started.start();
    const { server } = started;
    const databases: Databases = {
      server,
      maintenance: 'postgres',
      working: 'lab',
      template: 'lab_template',
      owner: role,
    };
    await inSession(server, 'postgres', async (client) => {
      await client.query(`CREATE ROLE ${quoted(role.name)} LOGIN PASSWORD '${role.password}'`);
      await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements').catch(() => {});
    });
    await loadTemplate(databases, context.data, { signal, onStep });
    await restoreWorkingDatabase(databases);
    const address = `127.0.0.1:${server.port}/${databases.working}`;
    return {
      name: 'PostgreSQL',
      version: await describeServer(server, 'postgres'),
      standIn: false,
      environment: { DATABASE_URL: `postgres://${role.name}:${role.password}@${address}` },
      get processes() {
        return started.pid === undefined ? [] : [started.pid];
      },
      check: () =>
        inSession(server, databases.working, async (client) => void (await client.query('SELECT'))),
      restore: () => restoreWorkingDatabase(databases),
      restart: () => started.restart(),
      counters: () => readCounters(databases),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverUser(): User | undefined {
  try {
    return unprivilegedUser();
  } catch (error) {
    throw new ServiceUnavailable(
      `PostgreSQL refuses to run as root, and ${(error as Error).message}`,
      'run the lab as another user, or set DATABASE_URL to a server of yours',
    );
  }
}
