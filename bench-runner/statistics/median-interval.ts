import { ascending } from './ascending.ts';
import { binomialTail } from './binomial-tail.ts';

/** Fewest values whose order statistics reach 95 %: from 5, smallest to largest covers 93.75 %. */
export const fewestForInterval = 6;

export interface MedianInterval {
  low: number | null;
  high: number | null;
}

/**
 * Distribution-free 95 % interval of the median, in the unit of the values: the k-th smallest and
 * the k-th largest, with the largest k whose exact binomial coverage is still at least 95 %.
 * The coverage is therefore 95 % or more, for instance 96.9 % at n = 6 and 97.9 % at n = 10.
 *
 * Small samples: below n = 6 no two order statistics cover 95 % and both bounds are null. From 6 to
 * 8 the bounds are the smallest and the largest value; a single outlier then shows in full.
 * Identical values give an interval of no width, which says that the metric is exact or coarser
 * than its noise, not that it is certain.
 *
 * Source: W. J. Conover, "Practical Nonparametric Statistics", 3rd ed. (1999), section 3.2;
 * J.-Y. Le Boudec, "Performance Evaluation of Computer and Communication Systems" (2010), 2.2.
 *
 * @throws RangeError on an empty sample or NaN.
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const sorted = ascending(values);
  const outside = valuesOutside(sorted.length);
  if (outside === 0) return { low: null, high: null };
  return { low: sorted.at(outside - 1) ?? null, high: sorted.at(-outside) ?? null };
}

/** The largest k with 2 P(X ≤ k − 1) ≤ 5 %; 0 where there is none. */
function valuesOutside(n: number): number {
  let low = 0;
  let high = Math.floor(n / 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (2 * binomialTail(n, middle - 1) <= 0.05) low = middle;
    else high = middle - 1;
  }
  return low;
}
