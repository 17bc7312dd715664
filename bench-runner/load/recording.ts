import type { Histogram } from 'hdr-histogram-js';
import type { LoadWindow } from '../define/http-load.ts';
import { LatencyRecorder } from './latency-recorder.ts';
import { WindowSeries } from './window-series.ts';

/** What happened since a moment; times are those of `performance.now()`. */
export class Recording {
  requests = 0;
  /** Latencies of them together, in ms. */
  latencyMs = 0;
  iterations = 0;
  errors: Record<string, number> = {};
  firstError: string | null = null;
  checked = 0;
  wrongAnswers = 0;
  firstWrongAnswer: string | null = null;
  lookups = 0;
  nothingFound = 0;
  readonly startedAt: number;
  readonly #latencies = new Map<string, LatencyRecorder>();
  readonly #iterationLatency = new LatencyRecorder();
  readonly #windows: WindowSeries;
  #inFlight = 0;
  #inFlightSince: number;
  /** Requests in flight times ms. */
  #inFlightArea = 0;

  constructor(startedAt: number, plannedMs: number, users: () => number) {
    this.startedAt = startedAt;
    this.#inFlightSince = startedAt;
    this.#windows = new WindowSeries(startedAt, plannedMs, users);
  }

  /** A request is due from `since`, which may be some time before `now`. */
  begun(since: number, now: number): void {
    this.#advance(now);
    this.#inFlight += 1;
    this.#inFlightArea += now - since;
  }

  answered(name: string, since: number, now: number): void {
    this.#leave(now);
    this.requests += 1;
    this.latencyMs += now - since;
    const microseconds = (now - since) * 1000;
    this.#latencyOf(name).record(microseconds);
    this.#windows.answered(microseconds, now);
  }

  /** @param reason worked out for the first of them only. */
  failed(kind: string, now: number, reason: () => string): void {
    this.#leave(now);
    this.firstError ??= reason();
    this.errors[kind] = (this.errors[kind] ?? 0) + 1;
    this.#windows.failed(now);
  }

  iterated(since: number, now: number): void {
    this.iterations += 1;
    this.#iterationLatency.record((now - since) * 1000);
  }

  wrong(reason: string): void {
    this.wrongAnswers += 1;
    this.firstWrongAnswer ??= reason;
  }

  /** A request that was not answered by the end: its time so far is taken back. */
  cut(since: number, now: number): void {
    this.#leave(now);
    this.#inFlightArea -= now - since;
  }

  /** A request that was due and could not be sent by the end: it has waited at least so long. */
  late(name: string, since: number, now: number): void {
    this.#leave(now);
    this.#latencyOf(name).record((now - since) * 1000);
    this.#iterationLatency.record((now - since) * 1000);
  }

  /** To be called once the load has begun. */
  beginWindows(): void {
    this.#windows.begin();
  }

  /** To be called often: without answers, windows would begin when the next one comes. */
  advanceWindows(now: number): void {
    this.#windows.advance(now);
  }

  windows(endedAt: number): LoadWindow[] {
    return this.#windows.finish(endedAt);
  }

  meanInFlight(endedAt: number): number {
    this.#advance(endedAt);
    return this.#inFlightArea / (endedAt - this.startedAt);
  }

  histograms(): {
    latency: Histogram;
    latencies: Record<string, Histogram>;
    iterationLatency: Histogram;
  } {
    const all = new LatencyRecorder();
    const latencies: Record<string, Histogram> = {};
    for (const [name, recorder] of this.#latencies) {
      all.add(recorder);
      latencies[name] = recorder.toHistogram();
    }
    const iterationLatency = this.#iterationLatency.toHistogram();
    return { latency: all.toHistogram(), latencies, iterationLatency };
  }

  #latencyOf(name: string): LatencyRecorder {
    const known = this.#latencies.get(name);
    if (known) return known;
    const recorder = new LatencyRecorder();
    this.#latencies.set(name, recorder);
    return recorder;
  }

  #leave(now: number): void {
    this.#advance(now);
    this.#inFlight -= 1;
  }

  #advance(now: number): void {
    this.#inFlightArea += this.#inFlight * (now - this.#inFlightSince);
    this.#inFlightSince = now;
  }
}
