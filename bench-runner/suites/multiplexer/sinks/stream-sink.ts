import type { Writable } from 'node:stream';
import type { Sink } from './sink.ts';

/** Hands writes to a Node.js stream, whose high-water mark says when to wait. */
export class StreamSink implements Sink {
  readonly #stream: Writable;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  write(bytes: Uint8Array, released?: () => void): boolean {
    return this.#stream.write(bytes, released);
  }

  cork(): void {
    this.#stream.cork();
  }

  uncork(): void {
    this.#stream.uncork();
  }

  /** Resolves when the stream takes more; rejects if it breaks before. */
  drained(): Promise<void> {
    const stream = this.#stream;
    return new Promise((resolve, reject) => {
      if (stream.destroyed) {
        reject(stream.errored ?? new Error('the stream was closed while a writer waited for it'));
        return;
      }
      if (!stream.writableNeedDrain) {
        resolve();
        return;
      }
      const settle = (action: () => void) => () => {
        stream.off('drain', onDrain);
        stream.off('close', onClose);
        action();
      };
      const onDrain = settle(resolve);
      const onClose = settle(() =>
        reject(stream.errored ?? new Error('the stream was closed while a writer waited for it')),
      );
      stream.on('drain', onDrain);
      stream.on('close', onClose);
    });
  }
}
