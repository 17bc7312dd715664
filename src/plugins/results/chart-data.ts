import type { MeasuredCase } from '../../../bench-runner/results/cases.ts';
import { formatParameters } from '../../../bench-runner/results/format.ts';
import type { Parameters } from '../../../bench-runner/results/identifiers.ts';
import type {
  Group,
  Metric,
  ResultDocument,
  Scenario,
} from '../../../bench-runner/results/schema.ts';
import type { Bar, BarChart, Chart, CurveChart } from './page-data.ts';

/** Largest over smallest value above which bars share a logarithmic scale. */
const logarithmicFrom = 20;

/** Charts of a scenario: for each set of parameters its first metric as bars, and its distributions. */
export function chartsOf(document: ResultDocument, scenario: Scenario): Chart[] {
  const metrics = scenario.metrics.flatMap(
    (id) => document.suite.metrics.find((metric) => metric.id === id) ?? [],
  );
  return parameterSets(document, scenario).flatMap(({ parameters, cases }, index) => {
    const group = document.groups.find(
      (one) => one.scenario === scenario.id && sameParameters(one.parameters, parameters),
    );
    const described = formatParameters(parameters, scenario.axes);
    const title = described.charAt(0).toUpperCase() + described.slice(1) || scenario.title;
    const bars = metrics
      .slice(0, 1)
      .flatMap((metric) => barChart(document, group, cases, metric, `${index + 1}`, title) ?? []);
    const curves = metrics
      .filter((metric) => metric.kind === 'histogram')
      .flatMap((metric) => curveChart(document, cases, metric, `${index + 1}`, title) ?? []);
    return [...bars, ...curves];
  });
}

interface ParameterSet {
  parameters: Parameters;
  cases: MeasuredCase[];
}

/** Measured cases of a scenario by their parameters, in the order of the document. */
function parameterSets(document: ResultDocument, scenario: Scenario): ParameterSet[] {
  const sets: ParameterSet[] = [];
  for (const one of document.cases) {
    if (one.status !== 'measured' || one.scenario !== scenario.id) continue;
    const set = sets.find(({ parameters }) => sameParameters(parameters, one.parameters));
    if (set) set.cases.push(one);
    else sets.push({ parameters: one.parameters, cases: [one] });
  }
  return sets;
}

function sameParameters(a: Parameters, b: Parameters): boolean {
  return Object.entries(a).every(([axis, value]) => b[axis] === value);
}

function barChart(
  document: ResultDocument,
  group: Group | undefined,
  cases: readonly MeasuredCase[],
  metric: Metric,
  number: string,
  title: string,
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

function curveChart(
  document: ResultDocument,
  cases: readonly MeasuredCase[],
  metric: Metric,
  number: string,
  title: string,
): CurveChart | null {
  const curves = cases.flatMap((one) => {
    // The largest value of all is no percentile: how rare it is depends on how long was measured.
    const points = (one.summaries[metric.id]?.percentiles ?? []).filter(
      ({ percentile }) => percentile < 100,
    );
    return points.length < 2
      ? []
      : [
          {
            label: subjectTitle(document, one.subject),
            points: points.map((point) => ({ ...point })),
          },
        ];
  });
  if (curves.length === 0) return null;
  const values = curves.flatMap(({ points }) => points.map(({ value }) => value));
  return {
    kind: 'curves',
    id: `chart-${metric.id}-distribution-${number}`,
    title,
    metric: metric.title,
    unit: 'µs',
    logarithmic: asksForLogarithm(values),
    curves,
  };
}

/** Whether values are all positive and spread too widely for a linear scale to show the small ones. */
export function asksForLogarithm(values: readonly number[]): boolean {
  const smallest = Math.min(...values);
  return smallest > 0 && Math.max(...values) / smallest > logarithmicFrom;
}

function subjectTitle(document: ResultDocument, id: string): string {
  return document.suite.subjects.find((subject) => subject.id === id)?.title ?? id;
}
