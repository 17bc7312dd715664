/** Median of figures from several rounds, with the smallest and the largest. */
export interface Spread {
  median: number;
  low: number;
  high: number;
  n: number;
}

/** @throws RangeError without values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[0];
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) throw new RangeError('Expected at least one value.');
  const upper = sorted[Math.floor(sorted.length / 2)] ?? high;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? low;
  return { median: (lower + upper) / 2, low, high, n: sorted.length };
}
