import { ascending } from './ascending.ts';

/**
 * Sample quantile of an ascending sample: linear interpolation between order statistics at
 * h = (n − 1)p. This is definition 7 of Hyndman and Fan and the only one in use here; it is also
 * the default of R and NumPy.
 *
 * Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50 (1996) 361-365.
 *
 * @param probability 0 (smallest value) to 1 (largest).
 */
export function quantileOfAscending(sorted: Float64Array, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`Expected a probability from 0 to 1, got ${probability}.`);
  }
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below];
  if (low === undefined) throw new RangeError('Expected at least one value, got none.');
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** {@link quantileOfAscending} of values in any order. @throws RangeError on an empty sample or NaN. */
export function quantile(values: readonly number[], probability: number): number {
  return quantileOfAscending(ascending(values), probability);
}
