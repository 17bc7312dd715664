import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';
import { OptimizedWriter } from '../optimized/writer.ts';
import { OriginalWriter } from '../original/writer.ts';

/** Longest message given to the simple path, in bytes, unless a scenario sets another. */
export const defaultThreshold = 8 * 1024;

/** Chooses by length between two whole writers and calls the one chosen. */
export class HybridWriter implements MessageWriter {
  readonly #threshold: number;
  readonly #simple: MessageWriter;
  readonly #pooled: MessageWriter;

  constructor(sink: Sink, threshold = defaultThreshold) {
    const ids = new FrameIds();
    this.#threshold = threshold;
    this.#simple = new OriginalWriter(sink, ids);
    this.#pooled = new OptimizedWriter(sink, ids);
  }

  write(message: Uint8Array): boolean {
    return this.#chosen(message.length).write(message);
  }

  begin(): number {
    return this.#pooled.begin();
  }

  /** The length of a message sent in pieces is not known: each piece is judged by itself. */
  data(id: number, piece: Uint8Array): boolean {
    return this.#chosen(piece.length).data(id, piece);
  }

  end(id: number): boolean {
    return this.#pooled.end(id);
  }

  abort(id: number): boolean {
    return this.#pooled.abort(id);
  }

  flush(): void {}

  #chosen(length: number): MessageWriter {
    return length <= this.#threshold ? this.#simple : this.#pooled;
  }
}
