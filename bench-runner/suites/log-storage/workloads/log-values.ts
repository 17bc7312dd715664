/**
 * The values of a log's messages: random bytes, of which the first eight name the log and the
 * message. No two are alike, so a reader that gets another message than it asked for is found out.
 */
export class LogValues {
  /** Length of each value, in bytes. */
  readonly bytes: number;
  readonly #pool: readonly Uint8Array[];
  readonly #heads: readonly DataView[];
  readonly #log: number;

  /**
   * @param pool Random bytes, all of one length of at least eight, which the values take as their
   *   memory; see `randomValues`.
   * @param log Tells logs of one trial apart.
   */
  constructor(pool: readonly Uint8Array[], log = 0) {
    this.#pool = pool;
    this.#heads = pool.map(({ buffer, byteOffset }) => new DataView(buffer, byteOffset, 8));
    this.#log = log;
    this.bytes = pool[0]?.length ?? 0;
  }

  /** Values that can be held at the same time: the next one takes the memory of the first. */
  get together(): number {
    return this.#pool.length;
  }

  /** The value of a message, counted from 0. */
  of(message: number): Uint8Array {
    const place = message % this.#pool.length;
    const head = this.#heads[place]!;
    head.setUint32(0, this.#log);
    head.setUint32(4, message);
    return this.#pool[place]!;
  }

  /** The message that a value of at least eight bytes names. */
  static messageOf(value: Uint8Array): number {
    return new DataView(value.buffer, value.byteOffset, value.byteLength).getUint32(4);
  }

  /** @throws {Error} if a value that was delivered is not the one written at the offset. */
  expect(offset: number, value: Uint8Array | null): void {
    if (value === null || Buffer.compare(this.of(offset), value) !== 0) {
      throw new Error(
        `the message delivered as offset ${offset} differs from the one written there`,
      );
    }
  }
}
