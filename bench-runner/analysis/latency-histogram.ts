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

/** In hundredths, so that counting is in whole numbers: 99.9 is 9,990. */
const curve = [
  500, 1_000, 2_000, 2_500, 3_000, 4_000, 5_000, 6_000, 7_000, 7_500, 8_000, 8_500, 9_000, 9_250,
  9_500, 9_750, 9_900, 9_950, 9_990, 9_995, 9_999,
];

/**
 * Percentiles in µs, rising, with the largest value as the 100th. A percentile is left out where
 * less than one value is expected above it: it would be the largest value under another name.
 */
export function percentilesOf(histogram: Histogram): { percentile: number; value: number }[] {
  const count = histogram.totalCount;
  if (count === 0) return [];
  const shown = curve.filter((hundredths) => count * (10_000 - hundredths) >= 10_000);
  return [...shown, 10_000].map((hundredths) => ({
    percentile: hundredths / 100,
    value: histogram.getValueAtPercentile(hundredths / 100),
  }));
}
