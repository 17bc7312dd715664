import { smallestPairedP } from '../statistics/paired-ratio.ts';

/** The probability of one or more wrong verdicts in a group that is accepted. */
export const significance = 0.05;

/**
 * Whether the smallest p that so many pairs can give survives Holm's correction over so many
 * comparisons. Where it does not, no difference, however large, can be told from chance.
 */
export function isDecidable(pairs: number, comparisons: number): boolean {
  return smallestPairedP(pairs) * comparisons < significance;
}

/** Fewest pairs with which {@link isDecidable}; null where none are enough. */
export function pairsNeeded(comparisons: number): number | null {
  for (let pairs = 1; pairs <= 64; pairs += 1) if (isDecidable(pairs, comparisons)) return pairs;
  return null;
}
