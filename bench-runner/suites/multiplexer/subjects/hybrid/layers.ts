import { FrameIds } from '../../protocol/frame-ids.ts';
import type { Sink } from '../../sinks/sink.ts';
import type { MessageWriter } from '../../writer.ts';
import { OptimizedWriter } from '../optimized/writer.ts';
import { OriginalWriter } from '../original/writer.ts';
import { defaultThreshold } from './writer.ts';

/** Original's path with the threshold check in front of it and no second object in between. */
export class CheckedWriter extends OriginalWriter {
  readonly #threshold: number;
  readonly #pooled: OptimizedWriter;

  constructor(sink: Sink, threshold = defaultThreshold) {
    const ids = new FrameIds();
    super(sink, ids);
    this.#threshold = threshold;
    this.#pooled = new OptimizedWriter(sink, ids);
  }

  override write(message: Uint8Array): boolean {
    if (message.length > this.#threshold) return this.#pooled.write(message);
    const id = this.begin();
    this.data(id, message);
    return this.end(id);
  }
}

/** Original's path called through a second object, with no threshold to check. */
export class IndirectWriter implements MessageWriter {
  readonly #inner: MessageWriter;

  constructor(sink: Sink) {
    this.#inner = new OriginalWriter(sink);
  }

  write(message: Uint8Array): boolean {
    return this.#inner.write(message);
  }

  begin(): number {
    return this.#inner.begin();
  }

  data(id: number, piece: Uint8Array): boolean {
    return this.#inner.data(id, piece);
  }

  end(id: number): boolean {
    return this.#inner.end(id);
  }

  abort(id: number): boolean {
    return this.#inner.abort(id);
  }

  flush(): void {
    this.#inner.flush();
  }
}
