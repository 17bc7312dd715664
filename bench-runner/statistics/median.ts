import { quantile } from './quantile.ts';

/**
 * The middle value, or the mean of the two middle ones where n is even; in the unit of the values.
 *
 * @throws RangeError on an empty sample or NaN.
 */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
