import { binomialTail } from './binomial-tail.ts';

/**
 * Exact two-sided sign test of the hypothesis that values lie below and above `none` equally
 * often. It asks nothing of their distribution. Values equal to `none` are left out; without any
 * other, p is 1.
 *
 * Small samples: p is at least 2^(1 − n): 1 at n = 1, 0.25 at 3, 0.0625 at 5, 0.03125 at 6. Below
 * 6 no values, however far apart, reach p < 0.05.
 *
 * Source: W. J. Conover, "Practical Nonparametric Statistics", 3rd ed. (1999), section 3.4.
 *
 * @throws RangeError on NaN.
 */
export function signTest(values: readonly number[], none: number): number {
  let below = 0;
  let above = 0;
  for (const value of values) {
    if (Number.isNaN(value)) throw new RangeError('Expected numbers, got NaN.');
    if (value < none) below += 1;
    if (value > none) above += 1;
  }
  return Math.min(1, 2 * binomialTail(below + above, Math.min(below, above)));
}

/** The smallest p that {@link signTest} can give for this many values. */
export function smallestSignP(count: number): number {
  return Math.min(1, 2 * binomialTail(count, 0));
}
