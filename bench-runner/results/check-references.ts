import { caseKeyOf } from './case-key.ts';
import type { Case, MeasuredCase } from './cases.ts';
import { checkTables } from './check-tables.ts';
import type { Problem } from './document-error.ts';
import { fieldPath } from './field-path.ts';
import type { Parameters } from './identifiers.ts';
import { known, type Names, namesOf, unique } from './names.ts';
import type { Group, Metric, ResultDocument, Scenario } from './schema.ts';

/** What a schema cannot say: that every name a document uses is one it declares, once. */
export function checkReferences(document: ResultDocument): Problem[] {
  const { suite, run } = document;
  const names = namesOf(suite);
  const problems = [
    ...unique(suite.metrics, ['suite', 'metrics'], 'id'),
    ...unique(suite.scenarios, ['suite', 'scenarios'], 'id'),
    ...unique(suite.subjects, ['suite', 'subjects'], 'id'),
    ...suite.metrics.flatMap((metric, index) => checkMetric(metric, ['suite', 'metrics', index])),
    ...suite.scenarios.flatMap((scenario, index) =>
      checkScenario(scenario, ['suite', 'scenarios', index], names),
    ),
    ...unique(document.cases, ['cases'], 'key'),
    ...document.cases.flatMap((one, index) => checkCase(one, ['cases', index], names)),
    ...document.groups.flatMap((group, index) => checkGroup(group, ['groups', index], names)),
    ...checkTables(document, names),
  ];
  if (Date.parse(run.finishedAt) < Date.parse(run.startedAt)) {
    problems.push({ path: 'run.finishedAt', rule: 'expected a time not before startedAt' });
  }
  return problems;
}

function checkMetric({ kind, percentiles }: Metric, path: PropertyKey[]): Problem[] {
  if (!percentiles) return [];
  const at = fieldPath([...path, 'percentiles']);
  if (kind !== 'histogram') return [{ path: at, rule: 'expected only where kind is histogram' }];
  return new Set(percentiles).size === percentiles.length
    ? []
    : [{ path: at, rule: 'expected each percentile once' }];
}

function checkScenario(scenario: Scenario, path: PropertyKey[], names: Names): Problem[] {
  return [
    ...unique(scenario.axes, [...path, 'axes'], 'id'),
    ...scenario.metrics.flatMap((metric, index) =>
      known(names.metrics, metric, [...path, 'metrics', index], 'metric'),
    ),
    ...known(names.subjects, scenario.baseline, [...path, 'baseline'], 'subject'),
    ...(scenario.contrast
      ? known(
          new Map(scenario.axes.map((axis) => [axis.id, axis])),
          scenario.contrast.axis,
          [...path, 'contrast', 'axis'],
          'axis',
        )
      : []),
  ];
}

function checkCase(one: Case, path: PropertyKey[], names: Names): Problem[] {
  const problems = [
    ...checkParameters(one, path, names),
    ...known(names.subjects, one.subject, [...path, 'subject'], 'subject'),
  ];
  const scenario = names.scenarios.get(one.scenario);
  if (problems.length === 0 && scenario) {
    const key = caseKeyOf(one, scenario.axes);
    if (one.key !== key) {
      problems.push({ path: fieldPath([...path, 'key']), rule: `expected ${JSON.stringify(key)}` });
    }
  }
  return one.status === 'measured' ? [...problems, ...checkSamples(one, path, names)] : problems;
}

function checkParameters(
  { scenario, parameters }: { scenario: string; parameters: Parameters },
  path: PropertyKey[],
  names: Names,
): Problem[] {
  const declared = names.scenarios.get(scenario);
  if (!declared) return known(names.scenarios, scenario, [...path, 'scenario'], 'scenario');
  const problems: Problem[] = [];
  for (const axis of declared.axes) {
    const value = Object.hasOwn(parameters, axis.id) ? parameters[axis.id] : undefined;
    if (value === undefined || !axis.values.includes(value)) {
      problems.push({
        path: fieldPath([...path, 'parameters', axis.id]),
        rule: `expected a value of the axis: ${axis.values.join(', ')}`,
      });
    }
  }
  const axes = new Map(declared.axes.map((axis) => [axis.id, axis]));
  for (const id of Object.keys(parameters)) {
    problems.push(...known(axes, id, [...path, 'parameters', id], 'axis'));
  }
  return problems;
}

function checkSamples(one: MeasuredCase, path: PropertyKey[], names: Names): Problem[] {
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  for (const [index, trial] of one.trials.entries()) {
    const place = `${trial.block} ${trial.role}`;
    if (places.has(place)) {
      problems.push({
        path: fieldPath([...path, 'trials', index, 'block']),
        rule: `expected one trial a block and role; trials[${places.get(place)}] has this one`,
      });
    }
    places.set(place, index);
    for (const id in trial.samples) {
      const metric = names.metrics.get(id);
      if (metric && kindOf(trial.samples[id]) === metric.kind) continue;
      // Documents hold many thousands of samples: only a fault is worth the path to it.
      const to = [...path, 'trials', index, 'samples', id];
      problems.push(...known(names.metrics, id, to, 'metric'));
      if (metric) problems.push({ path: fieldPath(to), rule: `expected a ${metric.kind}` });
    }
  }
  for (const id in one.summaries) {
    const { low = null, high = null } = one.summaries[id] ?? {};
    const reversed = low !== null && high !== null && low > high;
    if (!reversed && names.metrics.has(id)) continue;
    const to = [...path, 'summaries', id];
    problems.push(...known(names.metrics, id, to, 'metric'));
    if (reversed) problems.push({ path: fieldPath([...to, 'low']), rule: 'expected at most high' });
  }
  return problems;
}

function kindOf(sample: number | object | undefined): Metric['kind'] {
  return typeof sample === 'number' ? 'number' : 'histogram';
}

function checkGroup(group: Group, path: PropertyKey[], names: Names): Problem[] {
  return [
    ...checkParameters(group, path, names),
    ...unique(group.ranks, [...path, 'ranks'], 'subject'),
    ...group.ranks.flatMap(({ subject }, index) =>
      known(names.subjects, subject, [...path, 'ranks', index, 'subject'], 'subject'),
    ),
    ...group.comparisons.flatMap((comparison, index) => {
      const at = [...path, 'comparisons', index];
      return [
        ...known(names.subjects, comparison.subject, [...at, 'subject'], 'subject'),
        ...known(names.subjects, comparison.reference, [...at, 'reference'], 'subject'),
        ...(comparison.low > comparison.high
          ? [{ path: fieldPath([...at, 'low']), rule: 'expected at most high' }]
          : []),
      ];
    }),
  ];
}
