import { ascending } from './ascending.ts';

/**
 * Medians of samples drawn from a sample with replacement, ascending: the bootstrap distribution of
 * its median.
 *
 * Each draw counts how often every order statistic was taken and reads the median off the counts,
 * which needs no sorting. The mean of the two middle values is the median where n is even.
 *
 * Source: B. Efron, "Bootstrap Methods: Another Look at the Jackknife", Annals of Statistics 7
 * (1979) 1-26.
 *
 * @param resamples samples drawn. @throws RangeError on an empty sample or NaN.
 */
export function bootstrapMedians(
  values: readonly number[],
  resamples: number,
  random: () => number,
): Float64Array {
  const sorted = ascending(values);
  const n = sorted.length;
  const taken = new Uint32Array(n);
  const valueAt = (rank: number) => {
    let index = 0;
    for (let seen = taken[0]!; seen <= rank; seen += taken[index]!) index += 1;
    return sorted[index]!;
  };
  const medians = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample += 1) {
    taken.fill(0);
    for (let draw = 0; draw < n; draw += 1) taken[Math.floor(random() * n)]! += 1;
    const upper = valueAt(n >> 1);
    const lower = n % 2 === 1 ? upper : valueAt((n >> 1) - 1);
    medians[resample] = lower + (upper - lower) / 2;
  }
  return medians.sort();
}
