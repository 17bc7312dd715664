import { fewestForInterval } from './median-interval.ts';

/** From {@link fewestForInterval} on. */
const tails = [
  0.00243, 0.00411, 0.00574, 0.00722, 0.00855, 0.00972, 0.01076, 0.01167, 0.01248, 0.01321, 0.01386,
  0.01444, 0.01497, 0.01544, 0.01588, 0.01628, 0.01665, 0.01698, 0.01729, 0.01758, 0.01785, 0.0181,
  0.01833, 0.01855, 0.01875, 0.01895, 0.01913, 0.0193, 0.01946, 0.01961, 0.01975, 0.01989, 0.02002,
  0.02014, 0.02026,
];

/**
 * The share of a bootstrap distribution to leave out on each side for an interval of 95 % from a
 * sample of n. It is less than 2.5 %: resamples of n values vary by the factor √((n − 1)/n) too
 * little, and an interval by quantiles of the normal distribution is too narrow where Student's t
 * has longer tails. The share is Φ(−t √(n/(n − 1))) with t the 97.5 % quantile at n − 1 degrees of
 * freedom, rounded to five digits; above n = 40 that of 40 is used, which is a little wide.
 *
 * Source: T. C. Hesterberg, "What Teachers Should Know About the Bootstrap: Resampling in the
 * Undergraduate Statistics Curriculum", The American Statistician 69 (2015) 371-386, the expanded
 * percentile interval.
 *
 * @param n a whole number. @returns null below {@link fewestForInterval}.
 */
export function expandedTail(n: number): number | null {
  if (n < fewestForInterval) return null;
  return tails[Math.min(n - fewestForInterval, tails.length - 1)] ?? null;
}
