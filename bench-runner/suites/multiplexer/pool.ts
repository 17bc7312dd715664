/**
 * Lends items and takes them back. Each is made with the function that gives it back, so that
 * lending allocates nothing. At most `keep` idle ones are kept; those given back beyond that are
 * left to the collector, so a burst does not hold its memory for good.
 */
export class Pool<Item> {
  readonly #create: (release: () => void) => Item;
  readonly #keep: number;
  readonly #idle: Item[] = [];

  constructor(create: (release: () => void) => Item, keep: number) {
    this.#create = create;
    this.#keep = keep;
  }

  /** Items at rest. */
  get idle(): number {
    return this.#idle.length;
  }

  take(): Item {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    const lent: Item = this.#create(() => {
      if (this.#idle.length < this.#keep) this.#idle.push(lent);
    });
    return lent;
  }
}

/** A buffer on loan. */
export interface PooledBuffer {
  readonly bytes: Buffer;
  /** Gives the buffer back; pass it to the sink as `released`. */
  readonly release: () => void;
}

/** A pool of buffers of one size, in bytes. */
export function bufferPool(size: number, keep: number): Pool<PooledBuffer> {
  return new Pool((release) => ({ bytes: Buffer.allocUnsafeSlow(size), release }), keep);
}
