import { maximumLength } from './frame.ts';

/** Smallest memory a message with data holds, in bytes. */
const smallestCapacity = 256;

/**
 * One message being put together. Bytes are copied out of what the transport delivered, so that a
 * few bytes never keep a large receive buffer alive. Capacity grows with bytes that have arrived
 * and never with a length that was only announced, and stays under twice the bytes held (or 256).
 */
export class Assembly {
  #bytes: Buffer | undefined;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Bytes of memory held. */
  get capacity(): number {
    return this.#bytes?.length ?? 0;
  }

  /** Capacity after `added` more bytes, if they were appended now. */
  capacityAfter(added: number): number {
    const needed = this.#length + added;
    if (needed <= this.capacity) return this.capacity;
    const doubled = Math.min(2 * this.capacity, maximumLength);
    return Math.max(needed, doubled, smallestCapacity);
  }

  append(source: Uint8Array, from: number, to: number): void {
    const capacity = this.capacityAfter(to - from);
    if (capacity !== this.capacity) this.#grow(capacity);
    if (this.#bytes === undefined) return;
    if (to - from === source.length) this.#bytes.set(source, this.#length);
    else this.#bytes.set(source.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  /** The message; the memory belongs to whoever takes it. */
  take(): Uint8Array {
    return this.#bytes === undefined ? Buffer.alloc(0) : this.#bytes.subarray(0, this.#length);
  }

  #grow(capacity: number): void {
    const grown = Buffer.allocUnsafe(capacity);
    if (this.#bytes !== undefined) grown.set(this.#bytes.subarray(0, this.#length), 0);
    this.#bytes = grown;
  }
}
