import { type FrameType, frameTypes, headerBytes, writeHeader } from '../../protocol/frame.ts';
import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';

const chunkBytes = 1024;
const nothing = Buffer.alloc(0);

/** Builds each frame anew: a fresh header, the chunk, and both joined in a fresh buffer. */
export class OriginalWriter implements MessageWriter {
  readonly #sink: Sink;
  readonly #ids: FrameIds;

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
    this.#frame(frameTypes.start, id, nothing);
    return id;
  }

  data(id: number, piece: Uint8Array): boolean {
    let ready = true;
    for (let offset = 0; offset < piece.length; offset += chunkBytes) {
      ready = this.#frame(frameTypes.data, id, piece.subarray(offset, offset + chunkBytes));
    }
    return ready;
  }

  end(id: number): boolean {
    return this.#frame(frameTypes.end, id, nothing);
  }

  abort(id: number): boolean {
    return this.#frame(frameTypes.abort, id, nothing);
  }

  flush(): void {}

  #frame(type: FrameType, id: number, payload: Uint8Array): boolean {
    const header = Buffer.alloc(headerBytes);
    writeHeader(header, 0, type, id, payload.length);
    return this.#sink.write(Buffer.concat([header, payload]));
  }
}
