import type { Duplex } from 'node:stream';
import { MessageReader } from './protocol/reader.ts';
import type { Sink } from './sinks/sink.ts';
import { StreamSink } from './sinks/stream-sink.ts';
import type {
  Connection,
  ConnectionHandlers,
  MultiplexerSubject,
  OutgoingMessage,
} from './subject.ts';
import type { MessageWriter, WriterOptions } from './writer.ts';

/** A subject made of a writer alone: the other direction is the suite's one reader. */
export function frameMultiplexer(
  createWriter: (sink: Sink, options?: WriterOptions) => MessageWriter,
): MultiplexerSubject {
  return {
    createWriter,
    connect: (duplex, _role, handlers) => new FrameConnection(duplex, createWriter, handlers),
  };
}

class FrameConnection implements Connection {
  readonly #duplex: Duplex;
  readonly #sink: StreamSink;
  readonly #writer: MessageWriter;

  constructor(
    duplex: Duplex,
    createWriter: (sink: Sink) => MessageWriter,
    handlers: ConnectionHandlers,
  ) {
    this.#duplex = duplex;
    this.#sink = new StreamSink(duplex);
    this.#writer = createWriter(this.#sink);
    const reader = new MessageReader({ message: (pieces) => handlers.message(pieces) });
    const guarded = (action: () => void) => {
      try {
        action();
      } catch (error) {
        duplex.destroy();
        handlers.failed(error instanceof Error ? error : new Error(String(error)));
      }
    };
    duplex.on('data', (bytes: Buffer) => guarded(() => reader.push(bytes, true)));
    duplex.on('end', () => guarded(() => reader.finish()));
    duplex.on('error', (error) => handlers.failed(error));
  }

  send(message: Uint8Array): undefined | Promise<void> {
    return this.#writer.write(message) ? undefined : this.#sink.drained();
  }

  begin(): OutgoingMessage {
    const writer = this.#writer;
    const sink = this.#sink;
    const id = writer.begin();
    return {
      write: (piece) => (writer.data(id, piece) ? undefined : sink.drained()),
      end: () => (writer.end(id) ? undefined : sink.drained()),
    };
  }

  flush(): undefined {
    this.#writer.flush();
  }

  close(): Promise<void> {
    this.#writer.flush();
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
}
