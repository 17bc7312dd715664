import type { Duplex } from 'node:stream';
import type { Sink } from './sinks/sink.ts';
import type { MessageWriter, WriterOptions } from './writer.ts';

/** Takes what the other end sends. */
export interface ConnectionHandlers {
  /** A whole message, as the pieces in which the subject delivers it, in order. */
  message(pieces: readonly Uint8Array[]): void;
  /** The connection broke; nothing more will be delivered. */
  failed(cause: Error): void;
}

/** One end of a duplex over which messages are sent and received. */
export interface Connection {
  /**
   * Sends a whole message, taken by reference: the caller leaves its bytes unchanged until the
   * other end has it. Where a promise is returned, wait for it before sending the next.
   */
  send(message: Uint8Array): undefined | Promise<void>;
  /** Begins a message that is sent in pieces, between the pieces of others. */
  begin(): OutgoingMessage | Promise<OutgoingMessage>;
  /** Hands over whatever the subject still gathers. */
  flush(): undefined | Promise<void>;
  close(): void | Promise<void>;
}

/** A message sent in pieces; the promises mean the same as for `Connection.send`. */
export interface OutgoingMessage {
  write(piece: Uint8Array): undefined | Promise<void>;
  end(): undefined | Promise<void>;
}

/** What a subject of the suite exports as its default. */
export interface MultiplexerSubject {
  /**
   * Writes the suite's own wire format into a sink. Packages with a wire format of their own need a
   * duplex and leave it out.
   */
  createWriter?(sink: Sink, options?: WriterOptions): MessageWriter;
  /** Takes one end of a duplex; both ends are taken by the same subject. */
  connect(
    duplex: Duplex,
    role: 'initiator' | 'responder',
    handlers: ConnectionHandlers,
  ): Connection | Promise<Connection>;
}
