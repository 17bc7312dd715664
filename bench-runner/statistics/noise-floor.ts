/**
 * How far a subject differs from itself: the reach from 1 of the 95 % interval of its A/A ratio, as
 * a ratio of 1 or more, the same in both directions. A floor of 1.03 means that 1.03 and 1/1.03
 * are within the noise.
 *
 * Small samples: it is as good as the interval. With fewer than 6 A/A pairs the interval covers
 * less than 95 %, and with 1 pair the floor is that pair's own difference. Identical values give a
 * floor of exactly 1: nothing is then held back by it.
 *
 * Source: A/A tests as in R. Kohavi, D. Tang, Y. Xu, "Trustworthy Online Controlled Experiments"
 * (2020), chapter 19, applied to the interval of {@link pairedRatio}.
 *
 * @throws RangeError unless 0 < low ≤ high.
 */
export function noiseFloor({ low, high }: { low: number; high: number }): number {
  if (!(low > 0 && high >= low && Number.isFinite(high))) {
    throw new RangeError(`Expected 0 < low ≤ high, got ${low} and ${high}.`);
  }
  return Math.max(high, 1 / low);
}
