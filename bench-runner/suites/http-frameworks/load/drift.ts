import type { LoadWindow } from '../../../define/http-load.ts';

/**
 * How latency went from the first to the last fifth of a measurement: the ratio of the medians of
 * their windows' 95th percentiles. Undefined where one of them holds no window with answers.
 */
export function latencyDrift(windows: readonly Pick<LoadWindow, 'p95'>[]): number | undefined {
  const fifth = Math.floor(windows.length / 5);
  const first = medianP95(windows.slice(0, fifth));
  const last = medianP95(windows.slice(windows.length - fifth));
  return first === undefined || last === undefined ? undefined : last / first;
}

/** Median of the 95th percentiles of windows, in µs; undefined where none has answers. */
export function medianP95(windows: readonly Pick<LoadWindow, 'p95'>[]): number | undefined {
  const values = windows.flatMap(({ p95 }) => p95 ?? []).toSorted((a, b) => a - b);
  const high = values[Math.floor(values.length / 2)];
  const low = values[Math.ceil(values.length / 2) - 1];
  return high === undefined || low === undefined ? undefined : (low + high) / 2;
}
