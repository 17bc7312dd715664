import type { RotatingLog } from './produce-rotating-log.ts';

/** Places in a log, drawn once: a power of two, so that a mask finds the next. */
const placeCount = 2 ** 16;

/** Messages that a check fetches from random places. */
const checkedFetches = 500;

/** Fetches single messages from random places of what a log holds at the moment. */
export class EarlierFetcher {
  readonly #log: RotatingLog;
  readonly #size: number;
  /** Shares of the log, from 0 to below 1. */
  readonly #places: Float64Array;
  #turn = 0;
  #offset = -1;
  #bytes = 0;

  /**
   * @param log Holds a message at least whenever one is fetched.
   * @param size Length of its values, in bytes.
   */
  constructor(log: RotatingLog, size: number, random: () => number) {
    this.#log = log;
    this.#size = size;
    this.#places = Float64Array.from({ length: placeCount }, random);
  }

  #visit = (value: Uint8Array | null, offset: number) => {
    this.#offset = offset;
    this.#bytes = value?.length ?? -1;
  };

  /**
   * Fetches one message; a promise where the subject gives one.
   *
   * @throws {Error} if another message or none was delivered, or one of another length.
   */
  fetch(): undefined | Promise<void> {
    const due = this.#next();
    const told = this.#log.current.fetch(due, 1, this.#visit);
    if (typeof told !== 'number') return this.#expectLater(told, due);
    this.#expect(told, due);
    return undefined;
  }

  /** @throws {Error} if a message from a random place is not the one that was appended there. */
  async check(): Promise<void> {
    for (let fetched = 0; fetched < checkedFetches; fetched += 1) {
      const due = this.#next();
      let same = false;
      const told = await this.#log.current.fetch(due, 1, (value, offset) => {
        this.#visit(value, offset);
        same = value !== null && Buffer.compare(value, this.#log.valueAt(due)) === 0;
      });
      this.#expect(told, due);
      if (!same) throw new Error(`the value at offset ${due} is not the one that was appended`);
    }
  }

  #next(): number {
    this.#turn = (this.#turn + 1) & (placeCount - 1);
    return Math.floor(this.#places[this.#turn]! * this.#log.end);
  }

  async #expectLater(told: Promise<number>, due: number): Promise<void> {
    this.#expect(await told, due);
  }

  #expect(told: number, due: number): void {
    if (told !== 1 || this.#offset !== due || this.#bytes !== this.#size) {
      throw new Error(
        `a fetch of offset ${due} told of ${told} messages, the last at offset ${this.#offset} with ${this.#bytes} bytes; expected one of ${this.#size} bytes`,
      );
    }
  }
}
