import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { BPMux } from 'bpmux';
import type {
  Connection,
  ConnectionHandlers,
  MultiplexerSubject,
  OutgoingMessage,
} from '../../subject.ts';

/** Streams open at once at most: enough that their handshakes overlap, and bounded memory. */
const mostOpen = 64;

/** A stream for each message, ended with it, as in the package's first example. */
class BpmuxConnection implements Connection {
  readonly #duplex: Duplex;
  readonly #mux: BPMux;
  readonly #handlers: ConnectionHandlers;
  #open = 0;
  #waiting: (() => void)[] = [];

  constructor(duplex: Duplex, role: 'initiator' | 'responder', handlers: ConnectionHandlers) {
    this.#duplex = duplex;
    this.#handlers = handlers;
    this.#mux = new BPMux(duplex, { high_channels: role === 'responder' });
    this.#mux.on('error', (error: Error) => handlers.failed(error));
    this.#mux.on('peer_multiplex', (stream: Duplex) => this.#receive(stream));
  }

  send(message: Uint8Array): undefined | Promise<void> {
    this.#multiplex().end(message);
    return this.#room();
  }

  async begin(): Promise<OutgoingMessage> {
    await this.#room();
    const stream = this.#multiplex();
    return {
      write: (piece) => (stream.write(piece) ? undefined : once(stream, 'drain').then(() => {})),
      end: () => {
        stream.end();
        return undefined;
      },
    };
  }

  flush(): undefined {}

  close(): Promise<void> {
    const duplex = this.#duplex;
    return new Promise((resolve) => {
      if (duplex.destroyed) {
        resolve();
        return;
      }
      duplex.once('close', () => resolve());
      duplex.end(() => duplex.destroy());
    });
  }

  #multiplex(): Duplex {
    const stream = this.#mux.multiplex();
    this.#open += 1;
    stream.on('error', (error) => this.#handlers.failed(error));
    // The other end answers a message with nothing but its end.
    stream.resume();
    stream.once('close', () => {
      this.#open -= 1;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    });
    return stream;
  }

  /** Resolves when another stream may be opened. */
  #room(): undefined | Promise<void> {
    if (this.#open < mostOpen) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #receive(stream: Duplex): void {
    const pieces: Uint8Array[] = [];
    stream.on('error', (error) => this.#handlers.failed(error));
    stream.on('data', (piece: Uint8Array) => pieces.push(piece));
    stream.on('end', () => {
      stream.end();
      this.#handlers.message(pieces);
    });
  }
}

const bpmux: MultiplexerSubject = {
  connect: (duplex, role, handlers) => new BpmuxConnection(duplex, role, handlers),
};
export default bpmux;
