import type { Writable } from 'node:stream';
import { PendingReleases } from './pending-releases.ts';
import type { Sink } from './sink.ts';

/**
 * Hands writes to a Node.js stream, whose high-water mark says when to wait. A callback a write
 * would cost a turn of the event loop each; writes finish in order, so one callback at a time
 * releases all before it, and a stream that holds nothing has released everything.
 */
export class StreamSink implements Sink {
  readonly #stream: Writable;
  readonly #pending = new PendingReleases();
  #awaited: number | undefined;
  readonly #onWritten = () => {
    const upTo = this.#awaited ?? 0;
    this.#awaited = undefined;
    this.#pending.releaseUpTo(this.#stream.writableLength === 0 ? this.#pending.added : upTo);
  };

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('drain', () => this.#releaseIfEmpty());
  }

  write(bytes: Uint8Array, released?: () => void): boolean {
    const stream = this.#stream;
    if (released !== undefined) this.#pending.add(released);
    if (released === undefined || this.#awaited !== undefined) {
      const ready = stream.write(bytes);
      this.#releaseIfEmpty();
      return ready;
    }
    this.#awaited = this.#pending.added;
    const ready = stream.write(bytes, this.#onWritten);
    this.#releaseIfEmpty();
    return ready;
  }

  cork(): void {
    this.#stream.cork();
  }

  uncork(): void {
    this.#stream.uncork();
    this.#releaseIfEmpty();
  }

  /** Resolves when the stream takes more; rejects if it breaks before. */
  drained(): Promise<void> {
    const stream = this.#stream;
    return new Promise((resolve, reject) => {
      if (!stream.destroyed && !stream.writableNeedDrain) {
        resolve();
        return;
      }
      const broken = () =>
        reject(stream.errored ?? new Error('the stream closed while a writer waited for it'));
      if (stream.destroyed) {
        broken();
        return;
      }
      const onDrain = () => {
        stream.off('close', onClose);
        resolve();
      };
      const onClose = () => {
        stream.off('drain', onDrain);
        broken();
      };
      stream.once('drain', onDrain);
      stream.once('close', onClose);
    });
  }

  #releaseIfEmpty(): void {
    if (this.#stream.writableLength === 0) this.#pending.releaseUpTo(this.#pending.added);
  }
}
