import type { MeasuredCase } from '../../../../bench-runner/results/cases.ts';
import type { Metric, ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { asksForLogarithm } from './logarithmic.ts';
import { markedSubject, type ParameterSet } from './parameter-sets.ts';
import { percentilesInTables } from './percentiles.ts';
import type { Curve, CurveChart, Percentile } from './types.ts';

/** Below the median percentiles lie so close that they say nothing of a tail. */
const lowest = 50;

/** Merged latency distributions of cases with the same parameters, a line a subject. */
export function curveChart(
  document: ResultDocument,
  { cases, number, title }: ParameterSet,
  metric: Metric,
): CurveChart | null {
  const curves = cases.flatMap((one): Curve[] => {
    const all = percentilesOf(one, metric.id);
    const points = all
      .filter(({ percentile }) => percentile >= lowest && percentile < 100)
      .map((point) =>
        percentilesInTables.includes(point.percentile)
          ? point
          : { ...point, low: null, high: null },
      );
    const largest = all.find(({ percentile }) => percentile === 100);
    const of = valuesIn(one, metric.id);
    return points.length < 2
      ? []
      : [
          {
            ...markedSubject(document, one.subject),
            points,
            largest: largest && of > 0 ? { value: largest.value, of } : null,
          },
        ];
  });
  if (curves.length === 0) return null;
  const values = curves.flatMap(({ points, largest }) => [
    ...points.map(({ value }) => value),
    ...(largest ? [largest.value] : []),
  ]);
  return {
    kind: 'curves',
    id: `chart-${metric.id}-distribution-${number}`,
    title,
    metric: metric.title,
    unit: metric.unit,
    logarithmic: asksForLogarithm(values),
    curves,
  };
}

/** Percentiles of all trials' merged histogram, the smallest first. */
export function percentilesOf(one: MeasuredCase, metric: string): Percentile[] {
  return (one.summaries[metric]?.percentiles ?? [])
    .map(
      ({ percentile, value, low, high }): Percentile => ({
        percentile,
        value,
        low: low ?? null,
        high: high ?? null,
      }),
    )
    .toSorted((a, b) => a.percentile - b.percentile);
}

/** Values in all histograms that were merged. */
function valuesIn(one: MeasuredCase, metric: string): number {
  let count = 0;
  for (const { role, samples } of one.trials) {
    const sample = samples[metric];
    if (role === 'subject' && typeof sample === 'object') count += sample.count;
  }
  return count;
}
