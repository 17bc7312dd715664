import type { MessageReader } from '../protocol/reader.ts';
import type { Sink } from './sink.ts';

/** Hands every write straight to a reader in the same process, which copies what it keeps. */
export class ReaderSink implements Sink {
  readonly #reader: MessageReader;

  constructor(reader: MessageReader) {
    this.#reader = reader;
  }

  write(bytes: Uint8Array, released?: () => void): boolean {
    this.#reader.push(bytes);
    released?.();
    return true;
  }

  cork(): void {}

  uncork(): void {}
}
