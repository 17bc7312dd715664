import type { Metric, ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { asksForLogarithm } from './logarithmic.ts';
import { type ParameterSet, subjectTitle } from './parameter-sets.ts';
import type { Bar, BarChart } from './types.ts';

/** A metric of cases with the same parameters as bars, the best subject first. */
export function barChart(
  document: ResultDocument,
  { cases, group, number, title }: ParameterSet,
  metric: Metric,
): BarChart | null {
  const bars = cases.flatMap((one): (Bar & { order: number })[] => {
    const summary = one.summaries[metric.id];
    if (!summary) return [];
    const place = group?.ranks.findIndex((rank) => rank.subject === one.subject) ?? -1;
    const rank = group?.ranks[place];
    return [
      {
        label: subjectTitle(document, one.subject),
        value: summary.median,
        low: summary.low,
        high: summary.high,
        n: summary.n,
        rank: rank ? `${rank.rank}${rank.tied ? '=' : ''}` : null,
        order: rank ? place : Number.POSITIVE_INFINITY,
      },
    ];
  });
  if (bars.length === 0) return null;
  return {
    kind: 'bars',
    id: `chart-${metric.id}-${number}`,
    title,
    metric: metric.title,
    unit: metric.unit,
    better: metric.better,
    logarithmic: asksForLogarithm(bars.map(({ value }) => value)),
    bars: bars.toSorted((a, b) => a.order - b.order).map(({ order: _, ...bar }) => bar),
  };
}
