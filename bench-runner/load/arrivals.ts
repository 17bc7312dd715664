import { Ticker } from './ticker.ts';

/** How early an arrival may be told of, in ms: a thread wakes about as often early as late. */
const earlyMs = 0.1;

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
    this.#ticker = new Ticker(() => this.admit(performance.now(), earlyMs));
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

  /** Tells of all arrivals that are due by `now`, or within `aheadMs` from then. */
  admit(now: number, aheadMs = 0): void {
    if (this.#next > now + aheadMs) return;
    while (this.#next <= now + aheadMs) {
      this.#admitted += 1;
      // One told of early begins now: the time until it is due is not waited for.
      this.#onArrival(Math.min(this.#next, now));
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

  #fill(): void {
    if (!this.#nextTime) return;
    for (let room = this.#ticker.room(this.#admitted); room > 0; room -= 1) {
      this.#ticker.give(this.#startedAt + this.#nextTime());
    }
    this.#ticker.publish(this.#admitted);
  }
}
