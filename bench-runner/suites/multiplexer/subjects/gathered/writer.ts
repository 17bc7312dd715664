import { BufferPool, type PooledBuffer } from '../../buffer-pool.ts';
import { frameTypes, headerBytes, writeHeader } from '../../protocol/frame.ts';
import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';

/** Longest chunk, in bytes. */
const longestChunk = 64 * 1024;
/** Headers in a pooled block: start, end, and the data frames of a message up to 1 MB. */
const headersInBlock = 18;

/**
 * Copies no payload. Headers are written into a pooled block, headers and payload are handed over by
 * reference between cork and uncork, and a socket sends them with one `writev`.
 */
export class GatheredWriter implements MessageWriter {
  readonly #sink: Sink;
  readonly #ids: FrameIds;
  readonly #chunkBytes: number;
  readonly #blocks = new BufferPool(headersInBlock * headerBytes, 1024);

  /**
   * @param ids shared by writers that share a sink.
   * @param chunkBytes length of a data frame's payload at most.
   */
  constructor(sink: Sink, ids = new FrameIds(), chunkBytes = longestChunk) {
    this.#sink = sink;
    this.#ids = ids;
    this.#chunkBytes = chunkBytes;
  }

  write(message: Uint8Array): boolean {
    const id = this.#ids.next();
    this.#sink.cork();
    const block = this.#blocks.take();
    const unsent = writeHeader(block.bytes, 0, frameTypes.start, id, 0);
    const ready = this.#frames(id, message, block, unsent, true);
    this.#sink.uncork();
    return ready;
  }

  begin(): number {
    const id = this.#ids.next();
    this.#control(frameTypes.start, id);
    return id;
  }

  data(id: number, piece: Uint8Array): boolean {
    this.#sink.cork();
    const ready = this.#frames(id, piece, this.#blocks.take(), 0, false);
    this.#sink.uncork();
    return ready;
  }

  end(id: number): boolean {
    return this.#control(frameTypes.end, id);
  }

  abort(id: number): boolean {
    return this.#control(frameTypes.abort, id);
  }

  flush(): void {}

  /**
   * Writes data frames, and the end frame where it is asked for. `unsent` bytes of headers stand at
   * the start of the block already; headers that touch go out as one buffer.
   */
  #frames(
    id: number,
    piece: Uint8Array,
    first: PooledBuffer,
    unsent: number,
    withEnd: boolean,
  ): boolean {
    const sink = this.#sink;
    const longest = this.#chunkBytes;
    let block = first;
    let sent = 0;
    let filled = unsent;
    let ready = true;
    for (let offset = 0; offset < piece.length; offset += longest) {
      const length = Math.min(longest, piece.length - offset);
      filled = writeHeader(block.bytes, filled, frameTypes.data, id, length);
      sink.write(block.bytes.subarray(sent, filled));
      sent = filled;
      const whole = length === piece.length;
      const last = !withEnd && offset + length === piece.length;
      // What was written before a release is done with too: one release frees a whole block.
      const full = last || block.bytes.length - filled < headerBytes;
      const chunk = whole ? piece : piece.subarray(offset, offset + length);
      ready = sink.write(chunk, full ? block.release : undefined);
      if (full && !last) {
        block = this.#blocks.take();
        sent = 0;
        filled = 0;
      }
    }
    if (withEnd) {
      filled = writeHeader(block.bytes, filled, frameTypes.end, id, 0);
      ready = sink.write(block.bytes.subarray(sent, filled), block.release);
    } else if (piece.length === 0) {
      block.release();
    }
    return ready;
  }

  #control(type: (typeof frameTypes)[keyof typeof frameTypes], id: number): boolean {
    const { bytes, release } = this.#blocks.take();
    return this.#sink.write(bytes.subarray(0, writeHeader(bytes, 0, type, id, 0)), release);
  }
}
