/** A buffer on loan. `release` is bound once, so that lending allocates nothing. */
export interface PooledBuffer {
  readonly bytes: Buffer;
  /** Gives the buffer back; pass it to the sink as `released`. */
  readonly release: () => void;
}

/**
 * Lends buffers of one size and takes them back. It keeps at most `keep` idle ones; those given back
 * beyond that are left to the collector, so a burst does not hold its memory for good.
 */
export class BufferPool {
  readonly #size: number;
  readonly #keep: number;
  readonly #idle: PooledBuffer[] = [];

  constructor(size: number, keep: number) {
    this.#size = size;
    this.#keep = keep;
  }

  /** Buffers at rest. */
  get idle(): number {
    return this.#idle.length;
  }

  take(): PooledBuffer {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    const lent: PooledBuffer = {
      bytes: Buffer.allocUnsafeSlow(this.#size),
      release: () => {
        if (this.#idle.length < this.#keep) this.#idle.push(lent);
      },
    };
    return lent;
  }
}
