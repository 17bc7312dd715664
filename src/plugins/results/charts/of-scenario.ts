import type { ResultDocument, Scenario } from '../../../../bench-runner/results/schema.ts';
import { barChart } from './bars.ts';
import { curveChart } from './curves.ts';
import { parameterSets } from './parameter-sets.ts';
import { isContrast, ratioCharts } from './ratios.ts';
import { ratedAndTimed, scatterChart } from './scatter.ts';
import type { PageChart } from './types.ts';

/**
 * Charts of a scenario: for each set of parameters its first metric as bars, throughput against
 * latency and its distributions; then what its values of an axis cost against each other.
 */
export function chartsOf(document: ResultDocument, scenario: Scenario): PageChart[] {
  const metrics = scenario.metrics.flatMap(
    (id) => document.suite.metrics.find((metric) => metric.id === id) ?? [],
  );
  const pair = ratedAndTimed(metrics);
  const ofSets = parameterSets(document, scenario).flatMap((set) => [
    ...metrics.slice(0, 1).map((metric) => barChart(document, set, metric)),
    pair ? scatterChart(document, set, pair) : null,
    ...metrics
      .filter(({ kind }) => kind === 'histogram')
      .map((metric) => curveChart(document, set, metric)),
  ]);
  const contrasts = document.tables.filter(
    (table) => table.scenario === scenario.id && isContrast(table),
  );
  const [first] = metrics;
  return [
    ...ofSets.filter((chart) => chart !== null),
    ...(first
      ? ratioCharts(contrasts, scenario.id, {
          metric: first,
          subjects: document.suite.subjects.map(({ title }) => title),
        })
      : []),
  ];
}
