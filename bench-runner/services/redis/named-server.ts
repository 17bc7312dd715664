import { randomInt } from 'node:crypto';
import type { RunningService, ServiceContext } from '../../define/service.ts';
import { ServiceUnavailable } from '../../define/service.ts';
import { readCounters } from './counters.ts';
import { describeServer } from './describe-server.ts';
import { inSession } from './session.ts';

const usualDatabases = 16;

/**
 * Uses an empty database of the server that `REDIS_URL` names, and empties it again at the end; the
 * others are not touched.
 * @throws ServiceUnavailable where the server cannot be reached, or has no empty database.
 */
export async function startOnNamedServer(
  named: string,
  context: ServiceContext,
): Promise<RunningService> {
  const url = await emptyDatabaseUrl(named);
  context.onStep('using an empty database of the server in REDIS_URL');
  const clear = () => inSession(url, async (client) => void (await client.flushDb()));
  return {
    ...(await describeServer(url)),
    standIn: false,
    environment: { REDIS_URL: url },
    processes: [],
    check: () => inSession(url, async (client) => void (await client.ping())),
    restore: clear,
    restart: async () => {
      throw new Error(
        'The Redis server that REDIS_URL names is not the lab’s to restart. Unset REDIS_URL to measure scenarios that need a restart.',
      );
    },
    counters: () => readCounters(url),
    stop: clear,
  };
}

/**
 * Address of a database that holds nothing.
 * @throws ServiceUnavailable where there is none.
 */
export async function emptyDatabaseUrl(named: string): Promise<string> {
  const remedy = 'set REDIS_URL to a server that runs, or unset it to use one of the lab’s own';
  if (!URL.canParse(named) || !/^rediss?:$/.test(new URL(named).protocol)) {
    throw new ServiceUnavailable(
      'REDIS_URL is no address such as redis://:password@127.0.0.1:6379',
      remedy,
    );
  }
  const empty = await inSession(named, async (client) => {
    const { databases = usualDatabases } = await client.configGet('databases').catch(
      // Some providers refuse CONFIG.
      (): Record<string, string> => ({}),
    );
    const used = new Set(
      [...(await client.info('keyspace')).matchAll(/^db(\d+):/gm)].map(([, index]) =>
        Number(index),
      ),
    );
    const free = Array.from({ length: Number(databases) }, (_, index) => index).filter(
      (index) => !used.has(index),
    );
    // Not always the first: two runs at the same time would choose the same.
    const chosen = free.length > 0 ? free[randomInt(free.length)] : undefined;
    if (chosen === undefined) return undefined;
    await client.select(chosen);
    return (await client.dbSize()) === 0 ? chosen : undefined;
  }).catch((error: Error) => {
    throw new ServiceUnavailable(`REDIS_URL names a server that refuses: ${error.message}`, remedy);
  });
  if (empty === undefined) {
    throw new ServiceUnavailable(
      'no database of the server in REDIS_URL is empty',
      'empty one of its databases, give it more by its setting "databases", or unset REDIS_URL',
    );
  }
  const url = new URL(named);
  url.pathname = `/${empty}`;
  return url.href;
}
