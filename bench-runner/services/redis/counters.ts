import { infoFields, inSession } from './session.ts';

/**
 * Running totals of a server, exact at any moment. `commands` holds the few that the lab itself
 * sends to read them.
 */
export async function readCounters(url: string): Promise<Record<string, number>> {
  const stats = infoFields(await inSession(url, (client) => client.info('stats')));
  return {
    commands: Number(stats.total_commands_processed),
    'key-hits': Number(stats.keyspace_hits),
    'key-misses': Number(stats.keyspace_misses),
  };
}
