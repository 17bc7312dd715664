import { achievedSignificance } from './achieved-significance.ts';
import { bootstrapMedians } from './bootstrap-medians.ts';
import { median } from './median.ts';
import { quantileOfAscending } from './quantile.ts';
import { seededRandom } from './seeded-random.ts';
import { signTest, smallestSignP } from './sign-test.ts';

/** Values of one block, taken close together in time. */
export interface Pair {
  subject: number;
  reference: number;
}

export interface RatioEstimate {
  /** Median over the pairs of subject / reference. */
  ratio: number;
  /** 95 % percentile bootstrap interval of it. */
  low: number;
  high: number;
  /** Two-sided p of a ratio of 1, before any correction for several comparisons. */
  p: number;
  pairs: number;
}

const resamples = 10_000;

/**
 * How many times the subject's value is the reference's: the median of the ratios within pairs,
 * with the percentile bootstrap interval of 10,000 resamples of pairs. Ratios within a pair cancel
 * what drifted between blocks.
 *
 * p is the larger of the bootstrap's achieved significance and the exact sign test's. The bootstrap
 * alone is not to be trusted with few pairs: in a simulation of six equal subjects, all compared
 * with Holm's correction, it found a difference in 96 % of runs at 3 pairs, 49 % at 5 and 11 % at
 * 10; with the sign test as its bound in none, none and 2 %.
 *
 * Small samples: with 1 pair the interval has no width and p is 1; with 3 or 5 it reaches from the
 * smallest to the largest ratio, covers 75 % and 94 %, and p is at least 0.25 and 0.0625; from 6 on
 * p can fall below 0.05. Identical ratios of 1 give p = 1; identical ratios of anything else give
 * an interval of no width and the p of the sign test.
 *
 * Source: B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and
 * 15; T. Kalibera, R. Jones, "Rigorous Benchmarking in Reasonable Time", ISMM 2013, on ratios.
 *
 * @returns null without pairs, or where a value is zero or negative, since no ratio is then defined.
 * @throws RangeError on NaN or an infinity.
 */
export function pairedRatio(pairs: readonly Pair[], seed: number): RatioEstimate | null {
  const ratios: number[] = [];
  let defined = pairs.length > 0;
  for (const { subject, reference } of pairs) {
    if (!Number.isFinite(subject) || !Number.isFinite(reference)) {
      throw new RangeError(`Expected finite numbers, got the pair ${subject}, ${reference}.`);
    }
    const ratio = subject / reference;
    if (subject <= 0 || reference <= 0 || ratio === 0 || ratio === Number.POSITIVE_INFINITY) {
      defined = false;
    }
    ratios.push(ratio);
  }
  if (!defined) return null;
  const medians = bootstrapMedians(ratios, resamples, seededRandom(seed));
  return {
    ratio: median(ratios),
    low: quantileOfAscending(medians, 0.025),
    high: quantileOfAscending(medians, 0.975),
    p: Math.max(achievedSignificance(medians, 1), signTest(ratios, 1)),
    pairs: ratios.length,
  };
}

/** The smallest p that {@link pairedRatio} can give for this many pairs, however far from 1. */
export function smallestPairedP(pairs: number): number {
  return Math.max(2 / (resamples + 1), smallestSignP(pairs));
}
