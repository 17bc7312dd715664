import { bufferPool } from '../../pool.ts';
import { type FrameType, frameTypes, headerBytes, writeHeader } from '../../protocol/frame.ts';
import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';

/** Longest chunk, in bytes. */
const longestChunk = 64 * 1024;
/** Chunks up to this length use the smaller of the two pools, so that one does not pin 64 KB. */
const smallChunk = 4 * 1024;

/**
 * Takes headers and frame buffers from pools and gives them back once the sink has them. A chunk is
 * as long as the message, up to 64 KB, so that all but long messages are one data frame.
 */
export class OptimizedWriter implements MessageWriter {
  readonly #sink: Sink;
  readonly #ids: FrameIds;
  readonly #headers = bufferPool(headerBytes, 1024);
  readonly #small = bufferPool(headerBytes + smallChunk, 256);
  readonly #large = bufferPool(headerBytes + longestChunk, 64);

  /** @param ids shared by writers that share a sink. */
  constructor(sink: Sink, ids = new FrameIds()) {
    this.#sink = sink;
    this.#ids = ids;
  }

  write(message: Uint8Array): boolean {
    const id = this.begin();
    this.data(id, message);
    return this.end(id);
  }

  begin(): number {
    const id = this.#ids.next();
    this.#control(frameTypes.start, id);
    return id;
  }

  data(id: number, piece: Uint8Array): boolean {
    let ready = true;
    for (let offset = 0; offset < piece.length; offset += longestChunk) {
      const length = Math.min(longestChunk, piece.length - offset);
      const { bytes, release } = (length <= smallChunk ? this.#small : this.#large).take();
      writeHeader(bytes, 0, frameTypes.data, id, length);
      bytes.set(
        length === piece.length ? piece : piece.subarray(offset, offset + length),
        headerBytes,
      );
      ready = this.#sink.write(bytes.subarray(0, headerBytes + length), release);
    }
    return ready;
  }

  end(id: number): boolean {
    return this.#control(frameTypes.end, id);
  }

  abort(id: number): boolean {
    return this.#control(frameTypes.abort, id);
  }

  flush(): void {}

  #control(type: FrameType, id: number): boolean {
    const { bytes, release } = this.#headers.take();
    writeHeader(bytes, 0, type, id, 0);
    return this.#sink.write(bytes, release);
  }
}
