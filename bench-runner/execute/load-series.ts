import type { LoadWindow } from '../define/http-load.ts';
import type { Series } from '../results/cases.ts';
import { linearSlope } from '../statistics/linear-slope.ts';

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
    'server-memory': series('MB', ({ startSeconds: start, seconds }) =>
      meanMegabytes(memory, start, start + seconds),
    ),
  };
}

/** As many as a chart shows; the slope takes time by their square. */
const slopePoints = 240;

/** How fast memory grew, in MB a minute; null with too few samples to say. */
export function memorySlope(memory: readonly MemoryPoint[]): number | null {
  const end = memory.at(-1)?.seconds ?? 0;
  const length = end / slopePoints;
  const points = [];
  for (let index = 0; index < slopePoints; index += 1) {
    const value = meanMegabytes(memory, index * length, (index + 1) * length);
    if (value !== null) points.push({ at: ((index + 0.5) * length) / 60, value });
  }
  return linearSlope(points)?.slope ?? null;
}

function meanMegabytes(memory: readonly MemoryPoint[], from: number, to: number): number | null {
  const within = memory.filter(({ seconds }) => seconds >= from && seconds < to);
  const sum = within.reduce((bytes, point) => bytes + point.bytes, 0);
  return within.length === 0 ? null : sum / within.length / 1e6;
}
