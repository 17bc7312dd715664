import type { Metric, ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { percentilesOf } from './curves.ts';
import { asksForLogarithm } from './logarithmic.ts';
import { markedSubject, type ParameterSet } from './parameter-sets.ts';
import type { Estimate, ScatterChart } from './types.ts';

/**
 * Percentiles against which throughput is drawn, the first that every case has. Under a fixed number
 * of users the mean latency follows from the rate, so a tail says more than the median.
 */
const preferred = [95, 99] as const;

/** The two metrics of a scenario that belong in one chart: a rate and a latency. */
export function ratedAndTimed(
  metrics: readonly Metric[],
): { rate: Metric; latency: Metric } | undefined {
  const rate = metrics.find(({ unit, better }) => unit.endsWith('/s') && better === 'higher');
  const latency = metrics.find(({ kind, better }) => kind === 'histogram' && better === 'lower');
  return rate && latency && { rate, latency };
}

/** Throughput against latency of cases with the same parameters; null below two subjects. */
export function scatterChart(
  document: ResultDocument,
  { cases, number, title }: ParameterSet,
  { rate, latency }: { rate: Metric; latency: Metric },
): ScatterChart | null {
  const known = cases.filter(({ summaries }) => summaries[rate.id] && summaries[latency.id]);
  const percentile = preferred.find((wanted) =>
    known.every((one) => percentilesOf(one, latency.id).some((p) => p.percentile === wanted)),
  );
  const points = known.flatMap((one) => {
    const x = one.summaries[rate.id];
    const y =
      percentile === undefined
        ? one.summaries[latency.id]
        : percentilesOf(one, latency.id).find((p) => p.percentile === percentile);
    return x && y
      ? [
          {
            ...markedSubject(document, one.subject),
            x: estimate({ ...x, value: x.median }),
            y: estimate('median' in y ? { ...y, value: y.median } : y),
          },
        ]
      : [];
  });
  if (points.length < 2) return null;
  return {
    kind: 'scatter',
    id: `chart-${rate.id}-${latency.id}-${number}`,
    title,
    x: scale(
      rate.title,
      rate.unit,
      points.map(({ x }) => x.value),
    ),
    y: scale(
      percentile === undefined ? `${latency.title}, median` : `${latency.title}, p${percentile}`,
      latency.unit,
      points.map(({ y }) => y.value),
    ),
    points,
  };
}

function scale(title: string, unit: string, values: readonly number[]): ScatterChart['x'] {
  return { title, unit, logarithmic: asksForLogarithm(values) };
}

function estimate({ value, low, high }: Estimate): Estimate {
  return { value, low, high };
}
