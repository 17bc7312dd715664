import { bufferPool, type Pool, type PooledBuffer } from '../../pool.ts';
import { frameTypes, headerBytes, writeHeader } from '../../protocol/frame.ts';
import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';
import { GatheredWriter } from '../gathered/writer.ts';
import { chunkLengths, Learner, longestCopied, type Strategy } from './learner.ts';

/** Room for a copied message with its three headers, in bytes. */
const smallBuffer = 4 * 1024;
const largeBuffer = longestCopied + 3 * headerBytes;

/**
 * Copies a short message with all its frames into one pooled buffer and writes that, or hands a long
 * one over by reference; where short ends, and how long chunks are, is learnt while it runs.
 */
export class AdaptiveWriter implements MessageWriter {
  readonly #sink: Sink;
  readonly #ids = new FrameIds();
  readonly #learner: Learner;
  readonly #now: () => number;
  readonly #small = bufferPool(smallBuffer, 256);
  readonly #large = bufferPool(largeBuffer, 64);
  readonly #byChunk: ReadonlyMap<number, GatheredWriter>;

  /** @param now a clock in ms, for tests. */
  constructor(sink: Sink, now: () => number = () => performance.now(), learner = new Learner()) {
    this.#sink = sink;
    this.#now = now;
    this.#learner = learner;
    this.#byChunk = new Map(
      chunkLengths.map((bytes) => [bytes, new GatheredWriter(sink, this.#ids, bytes)]),
    );
  }

  write(message: Uint8Array): boolean {
    const { length } = message;
    if (!this.#learner.timed(length)) {
      return this.#learner.preferred(length) === 'copy'
        ? this.#copied(message)
        : this.#referenced(this.#learner.chunkBytes).write(message);
    }
    return this.#probe(message, this.#learner.probed(length));
  }

  begin(): number {
    return this.#referenced(this.#learner.chunkBytes).begin();
  }

  data(id: number, piece: Uint8Array): boolean {
    if (this.#learner.preferred(piece.length) === 'reference') {
      return this.#referenced(this.#learner.chunkBytes).data(id, piece);
    }
    if (piece.length === 0) return true;
    const { bytes, release } = this.#room(piece.length + headerBytes).take();
    const offset = writeHeader(bytes, 0, frameTypes.data, id, piece.length);
    bytes.set(piece, offset);
    return this.#sink.write(bytes.subarray(0, offset + piece.length), release);
  }

  end(id: number): boolean {
    return this.#referenced(this.#learner.chunkBytes).end(id);
  }

  abort(id: number): boolean {
    return this.#referenced(this.#learner.chunkBytes).abort(id);
  }

  flush(): void {}

  #probe(message: Uint8Array, strategy: Strategy): boolean {
    const chunkBytes = this.#learner.probedChunk();
    const begun = this.#now();
    const ready =
      strategy === 'copy' ? this.#copied(message) : this.#referenced(chunkBytes).write(message);
    this.#learner.learn(message.length, strategy, this.#now() - begun, chunkBytes);
    return ready;
  }

  #copied(message: Uint8Array): boolean {
    const { length } = message;
    const id = this.#ids.next();
    const { bytes, release } = this.#room(length + 3 * headerBytes).take();
    let offset = writeHeader(bytes, 0, frameTypes.start, id, 0);
    if (length > 0) {
      offset = writeHeader(bytes, offset, frameTypes.data, id, length);
      bytes.set(message, offset);
    }
    offset = writeHeader(bytes, offset + length, frameTypes.end, id, 0);
    return this.#sink.write(bytes.subarray(0, offset), release);
  }

  #room(bytes: number): Pool<PooledBuffer> {
    return bytes <= smallBuffer ? this.#small : this.#large;
  }

  #referenced(chunkBytes: number): GatheredWriter {
    return this.#byChunk.get(chunkBytes)!;
  }
}
