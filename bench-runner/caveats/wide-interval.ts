import type { Caveat } from '../results/caveat.ts';
import { percent } from './percent.ts';

const widest = 0.1;

interface Interval {
  median: number;
  low: number | null;
  high: number | null;
}

/**
 * Whether half the width of the interval is above 10 % of the median's size. Around a median of 0
 * any width is too much; without an interval there is nothing to judge, and `few-trials` says so.
 */
export function isWide({ median, low, high }: Interval): boolean {
  return low !== null && high !== null && (high - low) / 2 > widest * Math.abs(median);
}

/** In force where an interval {@link isWide}; names each such metric. */
export function wideInterval(summaries: readonly (Interval & { metric: string })[]): Caveat | null {
  const wide = summaries.filter(isWide);
  if (wide.length === 0) return null;
  const parts = wide.map(({ metric, median, low, high }) => {
    const half = ((high ?? 0) - (low ?? 0)) / 2;
    return median === 0
      ? `${metric}: an interval around a median of 0`
      : `${metric}: ±${percent(half / Math.abs(median))} of the median`;
  });
  return { code: 'wide-interval', detail: parts.join('; ') };
}
