import { bufferPool, type PooledBuffer } from '../../pool.ts';
import { frameTypes, headerBytes, writeHeader } from '../../protocol/frame.ts';
import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';
import { GatheredWriter } from '../gathered/writer.ts';

/** Bytes gathered into one write. */
const gatheredBytes = 64 * 1024;
/** Longest payload worth copying, in bytes; longer ones go by reference. */
const longestCopied = 16 * 1024;

/**
 * Copies frames of small messages one behind the other into a pooled buffer of 64 KB and writes it
 * when it is full, or when the turn of the event loop ends in which it was begun: nothing waits on a
 * timer. A longer message first sends what was gathered, then goes by reference.
 */
export class CoalescedWriter implements MessageWriter {
  readonly #sink: Sink;
  readonly #ids = new FrameIds();
  readonly #buffers = bufferPool(gatheredBytes, 64);
  readonly #long: GatheredWriter;
  #held: PooledBuffer | undefined;
  #filled = 0;
  #scheduled = false;
  readonly #onTurnEnd = () => {
    this.#scheduled = false;
    this.flush();
  };

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#long = new GatheredWriter(sink, this.#ids);
  }

  write(message: Uint8Array): boolean {
    if (message.length > longestCopied) {
      this.flush();
      return this.#long.write(message);
    }
    const id = this.#ids.next();
    const { held, ready } = this.#room(message.length + 3 * headerBytes);
    let offset = writeHeader(held.bytes, this.#filled, frameTypes.start, id, 0);
    if (message.length > 0) {
      offset = writeHeader(held.bytes, offset, frameTypes.data, id, message.length);
      held.bytes.set(message, offset);
      offset += message.length;
    }
    this.#filled = writeHeader(held.bytes, offset, frameTypes.end, id, 0);
    return ready;
  }

  begin(): number {
    const id = this.#ids.next();
    this.#control(frameTypes.start, id);
    return id;
  }

  data(id: number, piece: Uint8Array): boolean {
    if (piece.length > longestCopied) {
      this.flush();
      return this.#long.data(id, piece);
    }
    if (piece.length === 0) return true;
    const { held, ready } = this.#room(piece.length + headerBytes);
    const offset = writeHeader(held.bytes, this.#filled, frameTypes.data, id, piece.length);
    held.bytes.set(piece, offset);
    this.#filled = offset + piece.length;
    return ready;
  }

  end(id: number): boolean {
    return this.#control(frameTypes.end, id);
  }

  abort(id: number): boolean {
    return this.#control(frameTypes.abort, id);
  }

  flush(): void {
    this.#send();
  }

  #control(type: 1 | 3 | 4, id: number): boolean {
    const { held, ready } = this.#room(headerBytes);
    this.#filled = writeHeader(held.bytes, this.#filled, type, id, 0);
    return ready;
  }

  /** The buffer in hand with room for `bytes`, and whether the sink takes more. */
  #room(bytes: number): { held: PooledBuffer; ready: boolean } {
    let ready = true;
    if (this.#filled + bytes > gatheredBytes) ready = this.#send();
    this.#held ??= this.#buffers.take();
    if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(this.#onTurnEnd);
    }
    return { held: this.#held, ready };
  }

  #send(): boolean {
    const held = this.#held;
    if (held === undefined) return true;
    const filled = this.#filled;
    this.#held = undefined;
    this.#filled = 0;
    return this.#sink.write(held.bytes.subarray(0, filled), held.release);
  }
}
