/**
 * The smallest ratio above 1 that every one of these comparisons would have told from a tie: the
 * noise floor or, where that is larger, the furthest an interval reaches from its ratio. A subject
 * as noisy as the noisiest here, at this ratio, has an interval that ends at 1.
 *
 * It describes the intervals at hand (half of repetitions at exactly this ratio would be told
 * apart), not the power of a planned experiment.
 *
 * Source: the resolving difference of a confidence interval; J. M. Hoenig, D. M. Heisey, "The Abuse
 * of Power", The American Statistician 55 (2001) 19-24, on why not observed power.
 *
 * @param noiseFloor 1 or more. @throws RangeError on values out of order or NaN.
 */
export function detectableRatio(
  estimates: readonly { ratio: number; low: number; high: number }[],
  noiseFloor: number,
): number {
  let largest = noiseFloor;
  if (!(noiseFloor >= 1)) throw new RangeError(`Expected a floor of 1 or more, got ${noiseFloor}.`);
  for (const { ratio, low, high } of estimates) {
    if (!(low > 0 && low <= ratio && ratio <= high)) {
      throw new RangeError(`Expected 0 < low ≤ ratio ≤ high, got ${low}, ${ratio}, ${high}.`);
    }
    largest = Math.max(largest, ratio / low, high / ratio);
  }
  return largest;
}
