import { decodeFromCompressedBase64 } from 'hdr-histogram-js';
import type { MeasuredCase } from '../../results/cases.ts';
import type { Sample } from '../../results/samples.ts';
import { medianInterval } from './median-interval.ts';

/** What is compared: a metric, and for a latency distribution the percentile of each trial. */
export interface Figure {
  metric: string;
  percentile?: number;
}

/** A ratio of two cases, of trials taken in the same block. */
export interface PairedRatio {
  /** Median over the blocks. */
  ratio: number;
  /** 95 % interval from order statistics; null below 6 pairs. */
  low: number | null;
  high: number | null;
  pairs: number;
}

/**
 * A case over another in one figure, paired by block: the cases may have other parameters, since a
 * block holds every group of the run once. Undefined where no block has both, or where a figure is
 * not above 0.
 */
export function pairedRatio(
  of: MeasuredCase,
  to: MeasuredCase,
  figure: Figure,
): PairedRatio | undefined {
  const reference = figuresByBlock(to, figure);
  const ratios = [...figuresByBlock(of, figure)].flatMap(([block, value]) => {
    const other = reference.get(block);
    return other === undefined ? [] : [value / other];
  });
  if (ratios.some((ratio) => !(ratio > 0 && ratio < Number.POSITIVE_INFINITY))) return undefined;
  const interval = medianInterval(ratios);
  if (interval === undefined) return undefined;
  const { median, low, high, n } = interval;
  return { ratio: median, low, high, pairs: n };
}

/** The same ratio seen from the other side. */
export function inverted({ ratio, low, high, pairs }: PairedRatio): PairedRatio {
  return {
    ratio: 1 / ratio,
    low: high === null ? null : 1 / high,
    high: low === null ? null : 1 / low,
    pairs,
  };
}

/** What a case yielded in each block, by block; control trials are left out. */
export function figuresByBlock(
  one: MeasuredCase,
  { metric, percentile }: Figure,
): Map<number, number> {
  return new Map(
    one.trials.flatMap(({ role, block, samples }) => {
      const sample = Object.hasOwn(samples, metric) ? samples[metric] : undefined;
      const value = role === 'subject' ? figureOf(sample, percentile) : undefined;
      return value === undefined ? [] : [[block, value]];
    }),
  );
}

function figureOf(sample: Sample | undefined, percentile = 50): number | undefined {
  if (sample === undefined || typeof sample === 'number') return sample;
  if (sample.count === 0) return undefined;
  return decodeFromCompressedBase64(sample.histogram, 64).getValueAtPercentile(percentile);
}
