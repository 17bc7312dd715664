/** The median of values and bounds that hold it in at least 95 of 100 samples; null below 6. */
export interface MedianInterval {
  median: number;
  low: number | null;
  high: number | null;
  n: number;
}

/**
 * Median with the distribution-free 95 % interval of order statistics: from 6 to 8 values it
 * reaches from the smallest to the largest, from 9 to 11 it leaves one out at either end, and so
 * on. Undefined without values.
 *
 * Source: J.-Y. Le Boudec, "Performance Evaluation of Computer and Communication Systems" (2010),
 * section 2.2 and table A.1.
 */
export function medianInterval(values: readonly number[]): MedianInterval | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const upper = sorted[Math.floor(n / 2)];
  const lower = sorted[Math.ceil(n / 2) - 1];
  if (upper === undefined || lower === undefined) return undefined;
  const outside = valuesOutside(n);
  return {
    median: (lower + upper) / 2,
    low: sorted[outside - 1] ?? null,
    high: outside === 0 ? null : (sorted[n - outside] ?? null),
    n,
  };
}

/** The largest k with 2 P(X < k) ≤ 5 % for X binomial with n tries of 1/2; 0 where there is none. */
function valuesOutside(n: number): number {
  let probability = 2 ** -n;
  let below = probability;
  let k = 0;
  while (2 * below <= 0.05) {
    probability *= (n - k) / (k + 1);
    k += 1;
    below += probability;
  }
  return k;
}
