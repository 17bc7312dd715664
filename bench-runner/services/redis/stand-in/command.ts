import type { Keyspace } from './keyspace.ts';
import type { Protocol, Reply } from './reply.ts';

/** What the commands of one connection share. */
export interface Session {
  id: number;
  database: number;
  protocol: Protocol;
  authenticated: boolean;
  name: string;
  /** Set by `QUIT`: the connection is closed once the reply has left. */
  closing: boolean;
}

/** What all connections share. */
export interface Store {
  databases: readonly Keyspace[];
  /** Without one, nobody has to authenticate. */
  password: string | undefined;
  maxMemoryBytes: number;
  startedAt: number;
  version: string;
  commands: number;
  connections: number;
  keyHits: number;
  keyMisses: number;
}

export interface CommandContext {
  store: Store;
  session: Session;
  /** The database the connection has selected. */
  keys: Keyspace;
}

export interface Command {
  /** Words including the command's name; of a negative number, at least that many. */
  arity: number;
  /** Whether it may need more memory, and is refused where none is left. */
  grows?: boolean;
  /** Whether it is carried out before the client has authenticated. */
  open?: boolean;
  /**
   * @param words Those after the command's name.
   * @throws ReplyError
   */
  run(words: readonly Buffer[], context: CommandContext): Reply;
}

export type CommandTable = Readonly<Record<string, Command>>;
