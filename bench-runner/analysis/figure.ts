import type { Sample } from '../results/samples.ts';
import { decodeHistogram } from './latency-histogram.ts';

/**
 * One number for what a trial yielded: the sample itself, or the 50th percentile of its histogram
 * in the metric’s unit. Null where there is no sample or the histogram is empty.
 */
export function figureOf(sample: Sample | undefined): number | null {
  if (sample === undefined || typeof sample === 'number') return sample ?? null;
  if (sample.count === 0) return null;
  return decodeHistogram(sample).getValueAtPercentile(50);
}
