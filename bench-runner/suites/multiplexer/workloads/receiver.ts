import { createHash } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { PeerLink } from '../../../define/peer.ts';
import type { Connection, MultiplexerSubject } from '../subject.ts';

/** How the two processes are joined. */
export type Transport = 'unix' | 'tcp';

/** What the writing process asks of the reading one. */
export type ReceiverRequest =
  | { kind: 'address' }
  /** Answered once this many messages in all have been received whole. */
  | { kind: 'received'; total: number }
  /** From the next message on, keep its digest. */
  | { kind: 'digest' }
  /** Answered with the digests kept, in the order of arrival. */
  | { kind: 'digests' };

export interface ReceiverData {
  transport: Transport;
  /** Sends every message back. */
  echo: boolean;
}

/** Longest path of a Unix socket on Linux; macOS takes 103. */
const longestSocketPath = 103;

/** The reading process: takes one connection, decodes, counts, and echoes where that is asked for. */
export async function receiver(link: PeerLink<MultiplexerSubject>): Promise<void> {
  const { transport, echo } = link.data as ReceiverData;
  const inbox = new Inbox();
  let connection: Connection | undefined;
  let socket: Socket | undefined;
  const server = createServer(async (accepted) => {
    socket = accepted.setNoDelay(true);
    socket.on('close', () => inbox.fail(new Error('the connection was closed')));
    try {
      connection = await link.subject.connect(socket, 'responder', {
        message: (pieces) => {
          inbox.take(pieces);
          if (echo) reply(connection, pieces, inbox);
        },
        failed: (cause) => inbox.fail(cause),
      });
    } catch (error) {
      inbox.fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
  link.onRequest((message) => answer(message as ReceiverRequest, inbox, address));
  link.onClose(async () => {
    await connection?.close();
    socket?.destroy();
    server.close();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (transport === 'tcp') server.listen(0, '127.0.0.1', resolve);
    else server.listen(socketPath(link.folder), resolve);
  });
  const bound = server.address();
  const address = typeof bound === 'string' ? bound : (bound as AddressInfo).port;
}

function socketPath(folder: string): string {
  const path = join(folder, 'socket');
  if (Buffer.byteLength(path) > longestSocketPath) {
    throw new Error(
      `the path of the Unix socket, ${path}, is longer than ${longestSocketPath} bytes: set TMPDIR to a shorter folder`,
    );
  }
  return path;
}

function reply(
  connection: Connection | undefined,
  pieces: readonly Uint8Array[],
  inbox: Inbox,
): void {
  const message = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  Promise.resolve(connection?.send(message))
    .then(() => connection?.flush())
    .catch((error: Error) => inbox.fail(error));
}

function answer(request: ReceiverRequest, inbox: Inbox, address: string | number): unknown {
  if (request.kind === 'address') return address;
  if (request.kind === 'received') return inbox.received(request.total);
  if (request.kind === 'digest') return inbox.startDigests();
  return inbox.endDigests();
}

/** Counts the messages of one connection and tells who waits for them. */
class Inbox {
  #received = 0;
  #digests: string[] | undefined;
  #waiting: { total: number; resolve: () => void; reject: (cause: Error) => void }[] = [];
  #failure: Error | undefined;

  take(pieces: readonly Uint8Array[]): void {
    this.#received += 1;
    if (this.#digests !== undefined) this.#digests.push(digest(pieces));
    if (this.#waiting.some(({ total }) => this.#received >= total)) this.#tell();
  }

  received(total: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure);
      else if (this.#received >= total) resolve();
      else this.#waiting.push({ total, resolve, reject });
    });
  }

  startDigests(): void {
    this.#digests = [];
  }

  endDigests(): string[] {
    const digests = this.#digests ?? [];
    this.#digests = undefined;
    return digests;
  }

  fail(cause: Error): void {
    this.#failure ??= cause;
    for (const { reject } of this.#waiting) reject(cause);
    this.#waiting = [];
  }

  #tell(): void {
    const told = this.#waiting.filter(({ total }) => this.#received >= total);
    this.#waiting = this.#waiting.filter((one) => !told.includes(one));
    for (const { resolve } of told) resolve();
  }
}

/** SHA-256 of a message, in hexadecimal. */
export function digest(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
