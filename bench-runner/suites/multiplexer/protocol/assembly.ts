/** Largest buffer that copied bytes are collected in, in bytes. */
const largestTail = 64 * 1024;

/** A piece of at least this share of the memory behind it may keep that memory alive. */
const keptShare = 1 / 4;

/**
 * The memory that keeping `length` bytes of `source` by reference would hold, in bytes, or undefined
 * where so little of it would be used that a copy is better: a few bytes must not keep a large
 * receive buffer alive.
 */
export function heldByReference(source: Uint8Array, length: number): number | undefined {
  const held = source.buffer.byteLength;
  return length >= held * keptShare ? held : undefined;
}

/**
 * One message being put together, as pieces in order. Memory grows with bytes that have arrived and
 * never with a length that was only announced: bytes copied one after the other are collected in
 * buffers as long as the bytes at hand, or as all copied before them in the row, up to 64 KB.
 */
export class Assembly {
  readonly #pieces: Uint8Array[] = [];
  #tail: Buffer | undefined;
  #filled = 0;
  /** Bytes copied since the last piece that was kept by reference. */
  #copied = 0;
  #length = 0;
  #held = 0;

  /** Bytes of the message so far. */
  get length(): number {
    return this.#length;
  }

  /** Bytes of memory held. */
  get held(): number {
    return this.#held;
  }

  /** Appends by reference; `held` is the memory that this keeps alive, in bytes. */
  keep(piece: Uint8Array, held: number): void {
    this.#seal();
    this.#copied = 0;
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#held += held;
  }

  /** Appends a copy. */
  copy(piece: Uint8Array): void {
    let from = 0;
    while (from < piece.length) {
      const tail = this.#tail ?? this.#grow(piece.length - from);
      const to = Math.min(piece.length, from + tail.length - this.#filled);
      tail.set(from === 0 && to === piece.length ? piece : piece.subarray(from, to), this.#filled);
      this.#filled += to - from;
      this.#copied += to - from;
      this.#length += to - from;
      if (this.#filled === tail.length) this.#seal();
      from = to;
    }
  }

  /** The pieces; their memory belongs to whoever takes them. */
  take(): Uint8Array[] {
    this.#seal();
    return this.#pieces;
  }

  #grow(wanted: number): Buffer {
    const tail = Buffer.allocUnsafe(Math.max(wanted, Math.min(this.#copied, largestTail)));
    this.#tail = tail;
    this.#held += tail.length;
    return tail;
  }

  #seal(): void {
    if (this.#tail === undefined) return;
    this.#pieces.push(
      this.#filled === this.#tail.length ? this.#tail : this.#tail.subarray(0, this.#filled),
    );
    this.#tail = undefined;
    this.#filled = 0;
  }
}
