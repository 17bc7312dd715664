/** Bytes put together from pieces, in memory that is kept for the next time. */
export class ByteStore {
  length = 0;
  #bytes: Buffer = Buffer.alloc(0);

  append(piece: Buffer, start: number, end: number): void {
    const needed = this.length + end - start;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length, 1024));
      this.#bytes.copy(larger, 0, 0, this.length);
      this.#bytes = larger;
    }
    piece.copy(this.#bytes, this.length, start, end);
    this.length = needed;
  }

  clear(): void {
    this.length = 0;
  }

  /** Valid until something is appended after a `clear`. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }
}
