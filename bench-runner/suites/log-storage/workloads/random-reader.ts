import type { StorageLog } from '../subject.ts';
import { nanosecondsSince } from './latency-histogram.ts';
import type { LogValues } from './log-values.ts';

/** Offsets in one round: a power of two, so that a mask finds the next. */
const round = 2 ** 16;
/** Messages that a check fetches. */
const checked = 1_000;

/** Offsets of a log in random order, the same for every subject of a block. */
export function randomOffsets(messages: number, random: () => number): Uint32Array {
  return Uint32Array.from({ length: round }, () => Math.floor(random() * messages));
}

/** Fetches single messages of a log at random offsets. */
export class RandomReader {
  readonly #log: StorageLog;
  readonly #values: LogValues;
  readonly #offsets: Uint32Array;
  #turn = 0;
  // Of one call of `fetch`: totals of a trial would outgrow small integers.
  #delivered = 0;
  #bytes = 0;

  constructor(log: StorageLog, values: LogValues, offsets: Uint32Array) {
    this.#log = log;
    this.#values = values;
    this.#offsets = offsets;
  }

  readonly #visit = (value: Uint8Array | null) => {
    this.#delivered += 1;
    this.#bytes += value?.length ?? 0;
  };

  #next(): number | Promise<number> {
    const offset = this.#offsets[this.#turn]!;
    this.#turn = (this.#turn + 1) & (round - 1);
    return this.#log.fetch(offset, 1, this.#visit);
  }

  /** Fetches one message after the other. @throws {Error} if another number of bytes was delivered. */
  async fetch(count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const answer = this.#next();
      if (typeof answer !== 'number') await answer;
    }
    this.#expectDelivered(count);
  }

  /** The same, telling the time of each, in ns. */
  async fetchTimed(count: number, record: (nanoseconds: number) => void): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const begun = performance.now();
      const answer = this.#next();
      if (typeof answer !== 'number') await answer;
      record(nanosecondsSince(begun));
    }
    this.#expectDelivered(count);
  }

  #expectDelivered(count: number): void {
    const { bytes } = this.#values;
    if (this.#delivered !== count || this.#bytes !== count * bytes) {
      throw new Error(
        `${count} fetches of a message of ${bytes} bytes delivered ${this.#delivered} messages, ${this.#bytes} bytes`,
      );
    }
    this.#delivered = 0;
    this.#bytes = 0;
  }

  /** @throws {Error} if a fetch delivers anything but the message at its offset. */
  async check(): Promise<void> {
    for (let turn = 0; turn < checked; turn += 1) {
      const due = this.#offsets[turn]!;
      let delivered = 0;
      const told = await this.#log.fetch(due, 1, (value, offset) => {
        if (offset !== due) throw new Error(`offset ${offset} was delivered where ${due} was due`);
        this.#values.expect(offset, value);
        delivered += 1;
      });
      if (delivered !== 1 || told !== 1) {
        throw new Error(
          `a fetch of offset ${due} delivered ${delivered} messages and told of ${told}`,
        );
      }
    }
  }
}
