import { createServer, type Server, type Socket } from 'node:net';
import type { Session, Store } from './command.ts';
import { execute } from './execute.ts';
import { Keyspace } from './keyspace.ts';
import { encodeReply, joinPieces, ReplyError } from './reply.ts';
import { ProtocolError, RequestParser } from './request-parser.ts';

export interface StandInOptions {
  password?: string;
  maxMemoryBytes?: number;
}

const databaseCount = 16;
const connectionsAtMost = 4_000;
const expiryEveryMs = 100;
/** The version of Redis whose behaviour it follows, which clients may ask for. */
const version = '7.0.0';

/**
 * A server that answers those commands of Redis which the suites use, in memory alone. It stands in
 * where no real one is installed; results say so.
 */
export function createStandIn(options: StandInOptions = {}): Server {
  const { password, maxMemoryBytes = 256 * 1024 * 1024 } = options;
  const store: Store = {
    databases: Array.from({ length: databaseCount }, () => new Keyspace()),
    password,
    maxMemoryBytes,
    startedAt: Date.now(),
    version,
    commands: 0,
    connections: 0,
    keyHits: 0,
    keyMisses: 0,
  };
  let lastId = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    lastId += 1;
    serve(socket, lastId, store);
  });
  server.maxConnections = connectionsAtMost;
  const expiry = setInterval(() => {
    for (const keys of store.databases) keys.removeExpired();
  }, expiryEveryMs);
  server.once('close', () => clearInterval(expiry));
  return server;
}

function serve(socket: Socket, id: number, store: Store): void {
  const session: Session = {
    id,
    database: 0,
    protocol: 2,
    authenticated: store.password === undefined,
    name: '',
    closing: false,
  };
  const parser = new RequestParser();
  store.connections += 1;
  socket.once('close', () => {
    store.connections -= 1;
  });
  // A client that goes away without a word.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    const pieces: (string | Buffer)[] = [];
    try {
      for (const words of parser.push(chunk)) {
        encodeReply(execute(words, session, store), session.protocol, pieces);
        if (session.closing) break;
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      const reply = new ReplyError(`ERR Protocol error: ${error.message}`);
      encodeReply(reply, session.protocol, pieces);
      session.closing = true;
    }
    if (session.closing) {
      socket.pause();
      socket.end(joinPieces(pieces), () => socket.destroy());
    } else if (pieces.length > 0 && !socket.write(joinPieces(pieces))) {
      // Who does not read replies is not read from either, so that they do not pile up here.
      socket.pause();
      socket.once('drain', () => socket.resume());
    }
  });
}
