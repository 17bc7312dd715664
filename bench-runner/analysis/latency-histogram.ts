import { decodeFromCompressedBase64, type Histogram } from 'hdr-histogram-js';
import type { HistogramSample } from '../results/samples.ts';

/**
 * The distribution of a sample, in µs.
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

const curve = [
  5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99,
];

/**
 * Percentiles in µs, rising, with the largest value as the 100th. A percentile is left out where
 * less than one value is expected above it: it would be the largest value under another name.
 */
export function percentilesOf(histogram: Histogram): { percentile: number; value: number }[] {
  const count = histogram.totalCount;
  if (count === 0) return [];
  return [...curve.filter((percentile) => count * (100 - percentile) >= 100), 100].map(
    (percentile) => ({ percentile, value: histogram.getValueAtPercentile(percentile) }),
  );
}
