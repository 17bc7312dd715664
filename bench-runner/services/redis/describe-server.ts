import { infoFields, inSession } from './session.ts';

/** What a server says it is. Valkey gives the version of Redis that it is compatible with, too. */
export async function describeServer(url: string): Promise<{ name: string; version: string }> {
  const server = infoFields(await inSession(url, (client) => client.info('server')));
  const { redis_version, valkey_version } = server;
  return valkey_version
    ? { name: 'Valkey', version: valkey_version }
    : { name: 'Redis', version: redis_version ?? 'of unknown version' };
}
