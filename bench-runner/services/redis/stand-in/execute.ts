import type { CommandTable, Session, Store } from './command.ts';
import { connectionCommands } from './connection-commands.ts';
import { keyCommands } from './key-commands.ts';
import { type Reply, ReplyError } from './reply.ts';
import { serverCommands } from './server-commands.ts';
import { stringCommands } from './string-commands.ts';
import { bytesOf } from './words.ts';

const commands: CommandTable = {
  ...connectionCommands,
  ...serverCommands,
  ...stringCommands,
  ...keyCommands,
};

const shownOfWord = 128;

/** Carries out one command; whatever goes wrong in it is its reply. */
export function execute(words: readonly Buffer[], session: Session, store: Store): Reply {
  try {
    return run(words, session, store);
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
}

function run([first, ...words]: readonly Buffer[], session: Session, store: Store): Reply {
  const name = bytesOf(first).toLowerCase();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const keys = store.databases[session.database];
  if (!command || !keys) throw unknownCommand(bytesOf(first), words);
  const count = words.length + 1;
  if (command.arity > 0 ? count !== command.arity : count < -command.arity) {
    throw new ReplyError(`ERR wrong number of arguments for '${name}' command`);
  }
  if (!session.authenticated && !command.open) {
    throw new ReplyError('NOAUTH Authentication required.');
  }
  if (command.grows && usedBytes(store) > store.maxMemoryBytes) {
    throw new ReplyError("OOM command not allowed when used memory > 'maxmemory'.");
  }
  store.commands += 1;
  return command.run(words, { store, session, keys });
}

function usedBytes(store: Store): number {
  let bytes = 0;
  for (const keys of store.databases) bytes += keys.bytes;
  return bytes;
}

function unknownCommand(name: string, words: readonly Buffer[]): ReplyError {
  let shown = '';
  for (const word of words) {
    if (shown.length >= shownOfWord) break;
    shown += `'${bytesOf(word).slice(0, shownOfWord - shown.length)}' `;
  }
  return new ReplyError(
    `ERR unknown command '${name.slice(0, shownOfWord)}', with args beginning with: ${shown}`,
  );
}
