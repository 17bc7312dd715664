import type { MeasuredCase, MetricSummary } from '../results/cases.ts';

/** A case's summary of a metric; null where it has none, also for a metric named `constructor`. */
export function summaryOf(
  { summaries }: Pick<MeasuredCase, 'summaries'>,
  metric: string,
): MetricSummary | null {
  return Object.hasOwn(summaries, metric) ? (summaries[metric] ?? null) : null;
}
