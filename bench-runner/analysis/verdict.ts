import type { Comparison, Metric } from '../results/schema.ts';
import { isDecidable, significance } from './decidable.ts';

/**
 * Better or worse only if p after Holm's correction is below 0.05, the 95 % interval of the ratio
 * excludes 1, and the ratio lies outside the A/A noise floor; anything else is a tie, and without a
 * floor all are.
 */
export function verdictOf(
  { ratio, low, high, adjustedP }: Pick<Comparison, 'ratio' | 'low' | 'high' | 'adjustedP'>,
  better: Metric['better'],
  floor: number | null,
): Comparison['verdict'] {
  const apart =
    adjustedP < significance &&
    (low > 1 || high < 1) &&
    floor !== null &&
    Math.max(ratio, 1 / ratio) > floor;
  if (!apart) return 'tie';
  return (better === 'higher' ? ratio > 1 : ratio < 1) ? 'better' : 'worse';
}

/**
 * The verdict as it is shown: a tie is undecided where the pairs are too few for any other verdict,
 * or where there is no A/A pair to tell the noise.
 *
 * @param comparisons how many Holm's correction was over.
 */
export function shownVerdict(
  { verdict, pairs }: Pick<Comparison, 'verdict' | 'pairs'>,
  comparisons: number,
  floor: number | null,
): Comparison['verdict'] | 'undecided' {
  if (verdict !== 'tie') return verdict;
  return floor !== null && isDecidable(pairs, comparisons) ? 'tie' : 'undecided';
}
