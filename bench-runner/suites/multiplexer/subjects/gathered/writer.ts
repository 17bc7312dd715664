import type { Pool } from '../../pool.ts';
import { type FrameType, frameTypes, headerBytes, writeHeader } from '../../protocol/frame.ts';
import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';
import { type HeaderBlock, headerBlocks } from './header-block.ts';

/** Longest chunk, in bytes. */
const longestChunk = 64 * 1024;

/**
 * Copies no payload. Headers are written into a pooled block, headers and payload are handed over by
 * reference between cork and uncork, and a socket sends them with one `writev`.
 */
export class GatheredWriter implements MessageWriter {
  readonly #sink: Sink;
  readonly #ids: FrameIds;
  readonly #chunkBytes: number;
  readonly #blocks: Pool<HeaderBlock> = headerBlocks();
  /** What the sink answered to the last chunk. */
  #ready = true;

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
    const sink = this.#sink;
    const first = this.#blocks.take();
    const { pair } = first;
    writeHeader(pair, 0, frameTypes.start, id, 0);
    if (message.length === 0) {
      writeHeader(pair, headerBytes, frameTypes.end, id, 0);
      return sink.write(pair, first.release);
    }
    writeHeader(pair, headerBytes, frameTypes.data, id, this.#lengthAt(message, 0));
    sink.cork();
    sink.write(pair);
    let block = this.#chunk(message, 0, first, false);
    for (let offset = this.#chunkBytes; offset < message.length; offset += this.#chunkBytes) {
      sink.write(head(block, frameTypes.data, id, this.#lengthAt(message, offset)));
      block = this.#chunk(message, offset, block, false);
    }
    const ready = sink.write(head(block, frameTypes.end, id, 0), block.release);
    sink.uncork();
    return ready;
  }

  begin(): number {
    const id = this.#ids.next();
    this.#control(frameTypes.start, id);
    return id;
  }

  data(id: number, piece: Uint8Array): boolean {
    if (piece.length === 0) return true;
    const sink = this.#sink;
    let block = this.#blocks.take();
    sink.cork();
    for (let offset = 0; offset < piece.length; offset += this.#chunkBytes) {
      sink.write(head(block, frameTypes.data, id, this.#lengthAt(piece, offset)));
      block = this.#chunk(piece, offset, block, offset + this.#chunkBytes >= piece.length);
    }
    sink.uncork();
    return this.#ready;
  }

  end(id: number): boolean {
    return this.#control(frameTypes.end, id);
  }

  abort(id: number): boolean {
    return this.#control(frameTypes.abort, id);
  }

  flush(): void {}

  #lengthAt(payload: Uint8Array, offset: number): number {
    return Math.min(this.#chunkBytes, payload.length - offset);
  }

  /**
   * Writes the payload of one frame and returns the block to take the next header from. What was
   * written before a release is done with too: a used-up block, or that of the last chunk, is given
   * back with the chunk.
   */
  #chunk(payload: Uint8Array, offset: number, block: HeaderBlock, last: boolean): HeaderBlock {
    const length = this.#lengthAt(payload, offset);
    const chunk = length === payload.length ? payload : payload.subarray(offset, offset + length);
    const usedUp = block.used === block.singles.length;
    this.#ready = this.#sink.write(chunk, usedUp || last ? block.release : undefined);
    return usedUp && !last ? this.#blocks.take() : block;
  }

  #control(type: FrameType, id: number): boolean {
    const block = this.#blocks.take();
    return this.#sink.write(head(block, type, id, 0), block.release);
  }
}

/** The next single header of a block, written. */
function head(block: HeaderBlock, type: FrameType, id: number, length: number): Buffer {
  const single = block.singles[block.used]!;
  block.used += 1;
  writeHeader(single, 0, type, id, length);
  return single;
}
