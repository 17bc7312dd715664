import type { Duplex } from 'node:stream';
import { frameTypes, headerBytes, readUint32, writeHeader } from '../../protocol/frame.ts';
import { StreamSink } from '../../sinks/stream-sink.ts';
import type { Connection, ConnectionHandlers, MultiplexerSubject } from '../../subject.ts';

const longestChunk = 64 * 1024;

/**
 * A reference, not a multiplexer: the bytes that `gathered` sends, with headers built once for each
 * length and the frame id fixed, handed to `writev` in a loop. The other end steps from header to
 * header, checks nothing, and delivers pieces of what it received without copying them.
 */
class BareConnection implements Connection {
  readonly #duplex: Duplex;
  readonly #sink: StreamSink;
  readonly #headersByLength = new Map<number, Buffer[]>();

  constructor(duplex: Duplex, handlers: ConnectionHandlers) {
    this.#duplex = duplex;
    this.#sink = new StreamSink(duplex);
    const walk = walker(handlers);
    duplex.on('data', walk);
    duplex.on('error', (error) => handlers.failed(error));
  }

  send(message: Uint8Array): undefined | Promise<void> {
    const headers = this.#headers(message.length);
    let ready = true;
    this.#sink.cork();
    for (let chunk = 0; chunk * longestChunk < message.length; chunk++) {
      this.#sink.write(headers[chunk]!);
      const from = chunk * longestChunk;
      this.#sink.write(
        message.length <= longestChunk ? message : message.subarray(from, from + longestChunk),
      );
    }
    ready = this.#sink.write(headers.at(-1)!);
    this.#sink.uncork();
    return ready ? undefined : this.#sink.drained();
  }

  begin(): never {
    throw new TypeError('bare-writev has no streams: it sends one message after the other');
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

  /** The buffers between and around the chunks of a message, in order. */
  #headers(length: number): Buffer[] {
    const known = this.#headersByLength.get(length);
    if (known !== undefined) return known;
    const headers: Buffer[] = [];
    const start = Buffer.alloc(headerBytes);
    writeHeader(start, 0, frameTypes.start, 1, 0);
    for (let from = 0; from < length; from += longestChunk) {
      const header = Buffer.alloc(headerBytes);
      writeHeader(header, 0, frameTypes.data, 1, Math.min(longestChunk, length - from));
      headers.push(from === 0 ? Buffer.concat([start, header]) : header);
    }
    const end = Buffer.alloc(headerBytes);
    writeHeader(end, 0, frameTypes.end, 1, 0);
    headers.push(headers.length === 0 ? Buffer.concat([start, end]) : end);
    this.#headersByLength.set(length, headers);
    return headers;
  }
}

/** Steps over headers in what arrives and collects the pieces of payload between them. */
function walker(handlers: ConnectionHandlers): (bytes: Buffer) => void {
  const header = Buffer.alloc(headerBytes);
  let held = 0;
  let remaining = 0;
  let pieces: Uint8Array[] = [];
  return (bytes) => {
    let offset = 0;
    while (offset < bytes.length) {
      if (remaining > 0) {
        const piece = bytes.subarray(offset, offset + remaining);
        pieces.push(piece);
        remaining -= piece.length;
        offset += piece.length;
        continue;
      }
      const taken = bytes.copy(header, held, offset, offset + headerBytes - held);
      held += taken;
      offset += taken;
      if (held < headerBytes) continue;
      held = 0;
      remaining = readUint32(header, 5);
      if (header[0] === frameTypes.end) {
        handlers.message(pieces);
        pieces = [];
      }
    }
  };
}

const bareWritev: MultiplexerSubject = {
  connect: (duplex, _role, handlers) => new BareConnection(duplex, handlers),
};
export default bareWritev;
