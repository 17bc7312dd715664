import type { LoadResult } from '../../define/http-load.ts';
import type { Samples } from '../../results/samples.ts';
import { encodeHistogram } from '../histogram.ts';

/**
 * What a load offers as samples, by metric id: `request-rate` (requests/s), `latency`,
 * `latency-<request name>` and `iteration-latency` (distributions in µs), `error-share` (% of
 * answers and failures), `in-flight` (mean) and `generator-cpu` (% of a processor). A distribution
 * that is not among `metrics` is not encoded.
 */
export function loadSamples(result: LoadResult, metrics: readonly string[]): Samples {
  const errors = Object.values(result.errors).reduce((sum, count) => sum + count, 0);
  const ended = result.requests + errors;
  const samples: Samples = {
    'request-rate': result.requests / result.seconds,
    'error-share': ended === 0 ? 0 : (100 * errors) / ended,
    'in-flight': result.meanInFlight,
    'generator-cpu': (100 * result.generatorCpuSeconds) / result.seconds,
  };
  const distributions = {
    latency: result.latency,
    'iteration-latency': result.iterationLatency,
    ...Object.fromEntries(
      Object.entries(result.latencies).map(([name, histogram]) => [`latency-${name}`, histogram]),
    ),
  };
  for (const [metric, histogram] of Object.entries(distributions)) {
    if (metrics.includes(metric) && histogram.totalCount > 0) {
      samples[metric] = encodeHistogram(histogram);
    }
  }
  return samples;
}
