import { build, type Histogram } from 'hdr-histogram-js';

const longestNanoseconds = 60e9;

/**
 * An empty histogram of latencies in ns: three significant digits, so whole ns up to 2 µs, and at
 * most a minute.
 */
export function latencyHistogram(): Histogram {
  return build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: longestNanoseconds,
    numberOfSignificantValueDigits: 3,
  });
}

/** What passed since `begun`, a reading of `performance.now()`, in whole ns. */
export function nanosecondsSince(begun: number): number {
  return Math.round((performance.now() - begun) * 1e6);
}
