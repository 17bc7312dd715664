import type { MetricSummary, Trial } from '../results/cases.ts';
import type { HistogramSample, Sample } from '../results/samples.ts';
import type { Metric } from '../results/schema.ts';
import { clusterPercentileIntervals } from '../statistics/cluster-percentiles.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { median } from '../statistics/median.ts';
import { medianInterval } from '../statistics/median-interval.ts';
import { clusterOf, decodeHistogram, mergeHistograms, percentilesOf } from './latency-histogram.ts';

/**
 * Summaries by metric id over the trials whose role is `subject`; a metric without samples is left
 * out. For numbers: the median of the trials and its order-statistic interval. For histograms: the
 * 50th percentile and others of all values merged, each with its interval of the cluster bootstrap
 * over trials, since values within a trial are not independent.
 *
 * @param seed each metric draws from a seed of its own.
 * @throws Error where a histogram cannot be decoded or a sample is not of its metric's kind.
 */
export function summarise(
  trials: readonly Trial[],
  metrics: readonly Metric[],
  seed: number,
): Record<string, MetricSummary> {
  const subject = trials.filter(({ role }) => role === 'subject');
  const summaries: Record<string, MetricSummary> = {};
  for (const metric of metrics) {
    const samples = subject.flatMap(({ samples }) => {
      const sample = Object.hasOwn(samples, metric.id) ? samples[metric.id] : undefined;
      return sample === undefined ? [] : [sample];
    });
    const summary =
      metric.kind === 'histogram'
        ? summariseHistograms(
            samples.map((sample) => asHistogram(sample, metric)),
            metric.percentiles ?? [],
            derivedSeed(seed, metric.id),
          )
        : summariseNumbers(samples.map((sample) => asNumber(sample, metric)));
    if (summary) summaries[metric.id] = summary;
  }
  return summaries;
}

function summariseNumbers(values: readonly number[]): MetricSummary | null {
  if (values.length === 0) return null;
  return { n: values.length, median: median(values), ...medianInterval(values) };
}

function summariseHistograms(
  samples: readonly HistogramSample[],
  further: readonly number[],
  seed: number,
): MetricSummary | null {
  const filled = samples.filter(({ count }) => count > 0);
  const merged = mergeHistograms(filled);
  if (!merged) return null;
  const points = percentilesOf(merged, further);
  const [ofMedian, ...intervals] = clusterPercentileIntervals(
    filled.map((sample) => clusterOf(decodeHistogram(sample))),
    [50, ...points.map(({ percentile }) => percentile)],
    seed,
  );
  return {
    n: filled.length,
    median: merged.getValueAtPercentile(50),
    low: ofMedian?.low ?? null,
    high: ofMedian?.high ?? null,
    percentiles: points.map((point, index) => ({
      ...point,
      low: intervals[index]?.low ?? null,
      high: intervals[index]?.high ?? null,
    })),
  };
}

function asNumber(sample: Sample, { id }: Metric): number {
  if (typeof sample === 'number') return sample;
  throw new Error(`The metric "${id}" is declared as a number; a trial has a histogram for it.`);
}

function asHistogram(sample: Sample, { id }: Metric): HistogramSample {
  if (typeof sample !== 'number') return sample;
  throw new Error(`The metric "${id}" is declared as a histogram; a trial has a number for it.`);
}
