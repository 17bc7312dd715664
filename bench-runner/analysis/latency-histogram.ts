import { decodeFromCompressedBase64, type Histogram, JsHistogram } from 'hdr-histogram-js';
import type { HistogramSample } from '../results/samples.ts';
import type { Cluster } from '../statistics/cluster-percentiles.ts';

/**
 * The distribution of a sample, in the unit of its metric.
 *
 * @throws Error where it cannot be decoded or holds another number of values than it says.
 */
export function decodeHistogram(sample: HistogramSample): Histogram {
  let histogram: Histogram;
  try {
    histogram = decodeFromCompressedBase64(sample.histogram, 64);
  } catch (cause) {
    throw new Error(
      'A histogram cannot be decoded; expected the compressed V2 encoding of HdrHistogram in Base64.',
      { cause },
    );
  }
  if (histogram.totalCount !== sample.count) {
    throw new Error(
      `A histogram says that it holds ${sample.count} values and holds ${histogram.totalCount}.`,
    );
  }
  return histogram;
}

/** The values of all samples in one histogram, as if recorded together; null without samples. */
export function mergeHistograms(samples: readonly HistogramSample[]): Histogram | null {
  const [first, ...others] = samples.map(decodeHistogram);
  if (!first) return null;
  first.autoResize = true;
  for (const other of others) first.add(other);
  return first;
}

/** What a trial recorded, each value as the largest of those not told apart from it. */
export function clusterOf(histogram: Histogram): Cluster {
  if (!(histogram instanceof JsHistogram))
    throw new TypeError('Expected a histogram in JavaScript.');
  const values: number[] = [];
  const counts: number[] = [];
  for (let index = 0; index < histogram.countsArrayLength; index += 1) {
    const count = histogram.getCountAtIndex(index);
    if (count === 0) continue;
    values.push(histogram.highestEquivalentValue(histogram.valueFromIndex(index)));
    counts.push(count);
  }
  return { values, counts };
}

/** Those of every histogram: what a chart draws as a curve. */
const curve = [
  5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99,
];

/**
 * Percentiles, rising, in the unit of the metric, with the largest value as the 100th. A percentile
 * is left out where less than one value is expected above it: it would be the largest value under
 * another name.
 *
 * @param further percentiles beyond those of every histogram.
 */
export function percentilesOf(
  histogram: Histogram,
  further: readonly number[] = [],
): { percentile: number; value: number }[] {
  const count = histogram.totalCount;
  if (count === 0) return [];
  // 100 − 99.9 is a little less than 0.1 in binary fractions.
  const shown = [...new Set([...curve, ...further])]
    .filter((percentile) => percentile < 100 && count * (100 - percentile) >= 100 * (1 - 1e-9))
    .sort((a, b) => a - b);
  return [...shown, 100].map((percentile) => ({
    percentile,
    value: histogram.getValueAtPercentile(percentile),
  }));
}
