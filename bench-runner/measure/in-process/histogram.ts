import type { Histogram } from 'hdr-histogram-js';
import type { HistogramSample } from '../../results/samples.ts';

/**
 * A recorded latency distribution, in µs, as a trial's sample. The encoder is loaded here, since
 * most trials record none and it doubles the time a process takes to start.
 */
export async function encodeHistogram(histogram: Histogram): Promise<HistogramSample> {
  const { encodeIntoCompressedBase64 } = await import('hdr-histogram-js');
  return { histogram: encodeIntoCompressedBase64(histogram), count: histogram.totalCount };
}
