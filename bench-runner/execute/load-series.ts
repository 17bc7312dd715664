import type { LoadWindow } from '../define/http-load.ts';
import type { Series } from '../results/cases.ts';

/** Resident memory of the server's process tree at a moment of the measurement. */
export interface MemoryPoint {
  /** Since the measurement began, in s. */
  seconds: number;
  bytes: number;
}

/** How a trial's load went, window by window: rate, latency, users and the server's memory. */
export function trialSeries(
  windows: readonly LoadWindow[],
  memory: readonly MemoryPoint[],
): Record<string, Series> {
  const startSeconds = windows.map((window) => window.startSeconds);
  const series = (unit: string, value: (window: LoadWindow) => number | null): Series => ({
    unit,
    startSeconds,
    values: windows.map(value),
  });
  return {
    'request-rate': series('requests/s', ({ requests, seconds }) => requests / seconds),
    'latency-p50': series('µs', ({ p50 }) => p50),
    'latency-p95': series('µs', ({ p95 }) => p95),
    users: series('users', ({ users }) => users),
    'server-memory': series('MB', ({ startSeconds: start, seconds }) => {
      const within = memory.filter(
        (point) => point.seconds >= start && point.seconds < start + seconds,
      );
      const sum = within.reduce((bytes, point) => bytes + point.bytes, 0);
      return within.length === 0 ? null : sum / within.length / 1e6;
    }),
  };
}
