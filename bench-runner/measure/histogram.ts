import { encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';
import type { HistogramSample } from '../results/samples.ts';

/** A recorded latency distribution, in the unit of its metric, as a trial's sample. */
export function encodeHistogram(histogram: Histogram): HistogramSample {
  return { histogram: encodeIntoCompressedBase64(histogram), count: histogram.totalCount };
}
