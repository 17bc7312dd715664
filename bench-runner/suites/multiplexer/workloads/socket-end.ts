import { createConnection, type Socket } from 'node:net';
import type { Peer } from '../../../define/peer.ts';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Connection, MultiplexerSubject } from '../subject.ts';
import { digest, type ReceiverData, type ReceiverRequest } from './receiver.ts';

/** The writing process's end of a socket, and the process at the other end of it. */
export class SocketEnd {
  readonly connection: Connection;
  readonly #peer: Peer;
  readonly #socket: Socket;
  readonly #failure: () => Error | undefined;
  #sent = 0;

  private constructor(
    peer: Peer,
    socket: Socket,
    connection: Connection,
    failure: () => Error | undefined,
  ) {
    this.#peer = peer;
    this.#socket = socket;
    this.connection = connection;
    this.#failure = failure;
  }

  /** Starts the scenario's `receiver` and connects to it. */
  static async open(
    context: PrepareContext<MultiplexerSubject>,
    data: ReceiverData,
    received: (pieces: readonly Uint8Array[]) => void = () => {},
    failed: (cause: Error) => void = () => {},
  ): Promise<SocketEnd> {
    const peer = await context.startPeer('receiver', data);
    let failure: Error | undefined;
    const handlers = {
      message: received,
      failed: (cause: Error) => {
        failure ??= cause;
        failed(cause);
      },
    };
    try {
      const address = await ask<string | number>(peer, { kind: 'address' });
      const socket = await connected(address);
      const connection = await context.subject.connect(socket, 'initiator', handlers);
      return new SocketEnd(peer, socket, connection, () => failure);
    } catch (error) {
      await peer.close();
      throw error;
    }
  }

  /** @throws {Error} what broke the connection, if anything did. */
  throwIfFailed(): void {
    const failure = this.#failure();
    if (failure !== undefined) throw failure;
  }

  /** Notes that `count` messages were handed over, and resolves when the other end has decoded them. */
  async delivered(count: number): Promise<void> {
    await this.connection.flush();
    this.#sent += count;
    await ask(this.#peer, { kind: 'received', total: this.#sent });
  }

  /**
   * Sends every message by `send` and compares the digests at the other end, in any order.
   * @throws {Error} if a message is missing or was changed.
   */
  async check(messages: readonly Uint8Array[], send: () => Promise<void>): Promise<void> {
    await ask(this.#peer, { kind: 'digest' });
    await send();
    await this.delivered(messages.length);
    const arrived = await ask<string[]>(this.#peer, { kind: 'digests' });
    const expected = messages.map((message) => digest([message])).sort();
    if (arrived.length !== expected.length) {
      throw new Error(
        `the other end decoded ${arrived.length} messages of ${expected.length} sent`,
      );
    }
    for (const [index, value] of arrived.sort().entries()) {
      if (value !== expected[index]) {
        throw new Error('the other end decoded a message that differs from every one sent');
      }
    }
  }

  cpuMicros(): Promise<number> {
    return this.#peer.cpuMicros();
  }

  async close(): Promise<void> {
    try {
      await this.connection.close();
    } finally {
      this.#socket.destroy();
      await this.#peer.close();
    }
  }
}

function ask<Answer>(peer: Peer, request: ReceiverRequest): Promise<Answer> {
  return peer.request<Answer>(request);
}

function connected(address: string | number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket =
      typeof address === 'string'
        ? createConnection(address)
        : createConnection({ port: address, host: '127.0.0.1' });
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
