/**
 * Two-sided achieved significance level of a bootstrap distribution: twice the smaller share of
 * estimates at or beyond the value of no effect, at most 1. One is added to the count and to the
 * number of estimates, since a p of 0 cannot be shown by finitely many draws.
 *
 * Small samples: the bootstrap only knows the values it was given, so that with few of them this p
 * is far too small. Three ratios above 1 give 2 / (B + 1) although chance alone puts three on one
 * side a quarter of the time. Never use it without the bound of {@link signTest}.
 *
 * Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 15;
 * A. C. Davison, D. V. Hinkley, "Bootstrap Methods and their Application" (1997), section 4.2.
 *
 * @param estimates at least one. @param none the value that means no effect.
 */
export function achievedSignificance(estimates: Float64Array, none: number): number {
  if (estimates.length === 0) throw new RangeError('Expected at least one estimate, got none.');
  let below = 0;
  let above = 0;
  for (const estimate of estimates) {
    if (!Number.isFinite(estimate))
      throw new RangeError(`Expected finite numbers, got ${estimate}.`);
    if (estimate <= none) below += 1;
    if (estimate >= none) above += 1;
  }
  return Math.min(1, (2 * (1 + Math.min(below, above))) / (estimates.length + 1));
}
