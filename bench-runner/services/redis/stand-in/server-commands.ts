import type { Command, CommandContext, CommandTable, Store } from './command.ts';
import { type Reply, ReplyError } from './reply.ts';
import { bytesOf, keyword, syntaxError } from './words.ts';

/** What `INFO` tells, as lines by section. */
function information(store: Store): Record<string, string[]> {
  const total = (of: 'bytes' | 'expired') =>
    store.databases.reduce((sum, keys) => sum + keys[of], 0);
  return {
    server: [
      `redis_version:${store.version}`,
      'server_name:benchmark-lab-stand-in',
      'redis_mode:standalone',
      `process_id:${process.pid}`,
      `uptime_in_seconds:${Math.floor((Date.now() - store.startedAt) / 1000)}`,
    ],
    clients: [`connected_clients:${store.connections}`],
    memory: [`used_memory:${total('bytes')}`, `maxmemory:${store.maxMemoryBytes}`],
    persistence: ['loading:0'],
    stats: [
      `total_commands_processed:${store.commands}`,
      `expired_keys:${total('expired')}`,
      `keyspace_hits:${store.keyHits}`,
      `keyspace_misses:${store.keyMisses}`,
    ],
    replication: ['role:master', 'connected_slaves:0'],
    keyspace: store.databases.flatMap(({ size, expiring }, index) =>
      size === 0 ? [] : [`db${index}:keys=${size},expires=${expiring},avg_ttl=0`],
    ),
  };
}

function info(words: readonly Buffer[], { store }: CommandContext): Reply {
  const sections = information(store);
  const wanted = words.map((word) => bytesOf(word).toLowerCase());
  const all =
    wanted.length === 0 || wanted.some((name) => /^(?:all|default|everything)$/.test(name));
  const shown = Object.entries(sections).filter(([name]) => all || wanted.includes(name));
  const text = shown.map(
    ([name, lines]) =>
      `# ${name.charAt(0).toUpperCase()}${name.slice(1)}\r\n${lines.map((line) => `${line}\r\n`).join('')}`,
  );
  return Buffer.from(text.join('\r\n'));
}

const flush = (all: boolean): Command => ({
  arity: -1,
  run: (words, { store, keys }) => {
    if (words.length > 1 || (words[0] && !/^(?:ASYNC|SYNC)$/.test(keyword(words[0])))) {
      throw syntaxError();
    }
    for (const each of all ? store.databases : [keys]) each.clear();
    return 'OK';
  },
});

export const serverCommands: CommandTable = {
  info: { arity: -1, run: info },
  dbsize: { arity: 1, run: (_, { keys }) => keys.size },
  flushdb: flush(false),
  flushall: flush(true),
  // Clients that ask for the list of commands can do without it.
  command: {
    arity: -1,
    run: ([subcommand]) => {
      if (subcommand === undefined || keyword(subcommand) === 'DOCS') return [];
      if (keyword(subcommand) === 'COUNT') return 0;
      throw new ReplyError(`ERR unknown subcommand '${bytesOf(subcommand)}'. Try COMMAND HELP.`);
    },
  },
  config: {
    arity: -2,
    run: ([subcommand, name], { store }) => {
      if (keyword(subcommand) !== 'GET') {
        throw new ReplyError(`ERR unknown subcommand '${bytesOf(subcommand)}'. Try CONFIG HELP.`);
      }
      const values: Record<string, string> = {
        databases: String(store.databases.length),
        maxmemory: String(store.maxMemoryBytes),
      };
      const value = values[bytesOf(name).toLowerCase()];
      return new Map(value === undefined ? [] : [[bytesOf(name), Buffer.from(value)]]);
    },
  },
};
