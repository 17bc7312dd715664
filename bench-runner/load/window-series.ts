import type { LoadWindow } from '../define/http-load.ts';
import { LatencyRecorder } from './latency-recorder.ts';

/** Bounds of the length of a window, in ms. */
const shortestMs = 100;
const longestMs = 1000;
const aboutWindows = 40;

/** Windows that a measurement is cut into: about 40, of 0.1 to 1 s each. */
export function windowCount(plannedMs: number): number {
  const length = Math.min(longestMs, Math.max(shortestMs, plannedMs / aboutWindows));
  return Math.max(1, Math.round(plannedMs / length));
}

/** What happened window by window. The last one lasts until the end, a little after it was due. */
export class WindowSeries {
  readonly #startedAt: number;
  readonly #lengthMs: number;
  readonly #count: number;
  readonly #users: () => number;
  readonly #closed: LoadWindow[] = [];
  readonly #latency = new LatencyRecorder();
  #errors = 0;
  #usersAtBeginning = 0;
  #endsAt: number;

  constructor(startedAt: number, plannedMs: number, users: () => number) {
    this.#startedAt = startedAt;
    this.#count = windowCount(plannedMs);
    this.#lengthMs = plannedMs / this.#count;
    this.#users = users;
    this.#endsAt = this.#endOf(0);
  }

  /** To be called once the load has begun. */
  begin(): void {
    this.#usersAtBeginning = this.#users();
  }

  answered(microseconds: number, now: number): void {
    if (now >= this.#endsAt) this.advance(now);
    this.#latency.record(microseconds);
  }

  failed(now: number): void {
    if (now >= this.#endsAt) this.advance(now);
    this.#errors += 1;
  }

  /** Closes the windows that have ended. To be called often, or windows begin late without load. */
  advance(now: number): void {
    while (now >= this.#endsAt) this.#close(this.#endsAt);
  }

  finish(endedAt: number): LoadWindow[] {
    this.advance(endedAt);
    this.#close(endedAt);
    return this.#closed;
  }

  #close(endedAt: number): void {
    const index = this.#closed.length;
    const startedAt = this.#startedAt + index * this.#lengthMs;
    this.#closed.push({
      startSeconds: (startedAt - this.#startedAt) / 1000,
      seconds: (endedAt - startedAt) / 1000,
      users: this.#usersAtBeginning,
      requests: this.#latency.total,
      errors: this.#errors,
      p50: this.#latency.percentile(50),
      p95: this.#latency.percentile(95),
      p99: this.#latency.percentile(99),
    });
    this.#latency.clear();
    this.#errors = 0;
    this.#usersAtBeginning = this.#users();
    this.#endsAt = this.#endOf(index + 1);
  }

  #endOf(index: number): number {
    if (index >= this.#count - 1) return Number.POSITIVE_INFINITY;
    return this.#startedAt + (index + 1) * this.#lengthMs;
  }
}
