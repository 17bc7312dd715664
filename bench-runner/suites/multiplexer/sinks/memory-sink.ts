import type { Sink } from './sink.ts';

/**
 * Copies what it takes into one region of memory, from the start again when it is full, and is done
 * with it at once. Every subject pays for that one copy; beyond it nothing is allocated here.
 */
export class MemorySink implements Sink {
  readonly #region: Buffer;
  #position = 0;
  #captured: Buffer[] | undefined;

  /** @param capacity bytes of the region; no single write may be longer. */
  constructor(capacity: number) {
    this.#region = Buffer.alloc(capacity);
  }

  /** Offset behind the last byte written, which depends on all that was written. */
  get position(): number {
    return this.#position;
  }

  write(bytes: Uint8Array, released?: () => void): boolean {
    if (this.#position + bytes.length > this.#region.length) this.#position = 0;
    this.#region.set(bytes, this.#position);
    if (this.#captured !== undefined) this.#captured.push(Buffer.from(bytes));
    this.#position += bytes.length;
    released?.();
    return true;
  }

  cork(): void {}

  uncork(): void {}

  /** Keeps a copy of everything written from here on, for a check. */
  startCapture(): void {
    this.#captured = [];
  }

  /** Ends the capture and returns what was written since it began. */
  endCapture(): Buffer[] {
    const captured = this.#captured ?? [];
    this.#captured = undefined;
    return captured;
  }
}
