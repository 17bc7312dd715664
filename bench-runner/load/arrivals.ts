import { Ticker } from './ticker.ts';

/** An arrival this little ahead, in ms, is waited for without going back to sleep. */
const spinMs = 0.05;
/** One that is a little further ahead, after a tick too early, is looked for again soon. */
const soonMs = 2;

/** Tells of arrivals when their times have come, on a clock of ms as `performance.now()` has it. */
export class Arrivals {
  readonly #ticker: Ticker;
  readonly #onArrival: (time: number) => void;
  readonly #onArrived: () => void;
  #nextTime: (() => number) | null = null;
  #startedAt = 0;
  #admitted = 0;
  #next = Number.POSITIVE_INFINITY;

  /**
   * @param onArrival told of each arrival, with the time it was due.
   * @param onArrived told after one or several.
   */
  constructor(onArrival: (time: number) => void, onArrived: () => void) {
    this.#onArrival = onArrival;
    this.#onArrived = onArrived;
    this.#ticker = new Ticker(() => this.#tick());
  }

  ready(): Promise<void> {
    return this.#ticker.ready();
  }

  /** @param times in ms from `startedAt`, ascending, one a call. */
  start(startedAt: number, times: () => number): void {
    this.#startedAt = startedAt;
    this.#nextTime = times;
    this.#fill();
    this.#next = this.#ticker.timeOf(0);
    this.admit(startedAt);
  }

  /** Tells of all arrivals that are due by `now`. */
  admit(now: number): void {
    if (this.#next > now) return;
    while (this.#next <= now) {
      this.#admitted += 1;
      this.#onArrival(this.#next);
      this.#next = this.#ticker.timeOf(this.#admitted);
    }
    this.#fill();
    this.#onArrived();
  }

  close(): void {
    this.#nextTime = null;
    this.#next = Number.POSITIVE_INFINITY;
    this.#ticker.close();
  }

  #tick(): void {
    let now = performance.now();
    const ahead = this.#next - now;
    if (ahead > spinMs) {
      if (ahead < soonMs) setImmediate(() => this.#tick());
      return;
    }
    while (now < this.#next) now = performance.now();
    this.admit(now);
  }

  #fill(): void {
    if (!this.#nextTime) return;
    for (let room = this.#ticker.room(this.#admitted); room > 0; room -= 1) {
      this.#ticker.give(this.#startedAt + this.#nextTime());
    }
    this.#ticker.publish(this.#admitted);
  }
}
