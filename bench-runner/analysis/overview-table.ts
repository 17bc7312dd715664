import type { Case } from '../results/cases.ts';
import { formatParameter, formatParameters } from '../results/format.ts';
import type { Axis, Group, ResultDocument } from '../results/schema.ts';
import type { Cell, Table } from '../results/tables.ts';
import { aggregateCaveats } from './aggregate-caveats.ts';
import { baselineOf } from './baseline.ts';
import type { CaseGroup } from './case-groups.ts';
import { clip } from './clip.ts';
import { inOrder, type NamedColumn, withIds } from './group-table.ts';
import { parametersName } from './parameters-name.ts';
import { overviewCaption } from './table-caption.ts';
import { absence, rankCell, ratioCell, valueCell } from './table-cells.ts';

/** A group's cases with what was found out about them. */
export interface ComparedGroup {
  cases: CaseGroup;
  group: Group;
}

type Context = Pick<ResultDocument, 'run' | 'environment' | 'suite'>;

/** Most sets of parameters that have a column each; with more they have rows. */
const mostColumns = 8;

/** The first metric of a scenario over all its parameters; at least one group. */
export function overviewTable(
  groups: readonly [ComparedGroup, ...ComparedGroup[]],
  { run, environment, suite }: Context,
): Omit<Table, 'id'> {
  const { scenario } = groups[0].cases;
  const limits = {
    noiseFloor: largest(groups.flatMap(({ group }) => group.noiseFloor ?? [])),
    detectableRatio: groups.some(({ group }) => group.detectableRatio === null)
      ? null
      : largest(groups.flatMap(({ group }) => group.detectableRatio ?? [])),
  };
  return {
    title: clip(`${clip(scenario.title, 180)}: overview`, 200),
    caption: overviewCaption(
      groups.map(({ cases }) => cases),
      limits,
    ),
    scenario: scenario.id,
    ...(groups.length <= mostColumns ? bySubject(groups, suite) : byGroup(groups, suite)),
    ...limits,
    caveats: aggregateCaveats(
      groups.flatMap(({ cases }) => cases.cases),
      { run, environment },
    ),
  };
}

type Grid = Pick<Table, 'columns' | 'rows'>;
type Subjects = Pick<ResultDocument['suite'], 'subjects'>;

/** A row a subject, a column a set of parameters. */
function bySubject(
  groups: readonly [ComparedGroup, ...ComparedGroup[]],
  { subjects }: Subjects,
): Grid {
  const { scenario, metric } = groups[0].cases;
  const taking = subjects.filter(({ id }) =>
    groups.some(({ cases }) => cases.cases.some(({ subject }) => subject === id)),
  );
  return {
    columns: withIds([
      ['subject', { title: 'Subject', unit: null, metric: null }],
      ...groups.map(
        ({ cases: { parameters } }): NamedColumn => [
          parametersName(parameters, scenario.axes),
          {
            title: clip(columnTitle(parameters, scenario.axes), 200),
            unit: metric.unit,
            metric: metric.id,
          },
        ],
      ),
    ]),
    rows: taking.map(({ id, title }) => [
      { kind: 'text', text: title },
      ...groups.map(({ cases }): Cell => {
        const one = cases.cases.find(({ subject }) => subject === id);
        return one ? valueCell(one, metric) : { kind: 'absent', reason: 'not measured here' };
      }),
    ]),
  };
}

/** A row for each set of parameters and subject. */
function byGroup(
  groups: readonly [ComparedGroup, ...ComparedGroup[]],
  { subjects }: Subjects,
): Grid {
  const { scenario, metric } = groups[0].cases;
  const titles = new Map(subjects.map(({ id, title }) => [id, title]));
  const titleOf = (subject: string) => titles.get(subject) ?? subject;
  const rowsOf = ({ cases, group }: ComparedGroup): Cell[][] => {
    const baseline = baselineOf(cases, titleOf);
    return inOrder(cases.cases, group).map((one: Case) => [
      ...scenario.axes.map(({ id, unit }): Cell => {
        const value = cases.parameters[id];
        return { kind: 'text', text: value === undefined ? '' : formatParameter(value, unit) };
      }),
      absence(one) ?? rankCell(group, one),
      { kind: 'text', text: titleOf(one.subject) },
      ratioCell(group, one, baseline),
      valueCell(one, metric),
    ]);
  };
  return {
    columns: withIds([
      ...scenario.axes.map(
        ({ id, title }): NamedColumn => [`axis ${id}`, { title, unit: null, metric: null }],
      ),
      ['rank', { title: 'Rank', unit: null, metric: null }],
      ['subject', { title: 'Subject', unit: null, metric: null }],
      [
        'ratio',
        {
          title: clip(`Ratio to ${titleOf(scenario.baseline)}`, 200),
          unit: null,
          metric: null,
        },
      ],
      [metric.id, { title: metric.title, unit: metric.unit, metric: metric.id }],
    ]),
    rows: groups.flatMap(rowsOf),
  };
}

function columnTitle(parameters: CaseGroup['parameters'], axes: readonly Axis[]): string {
  const text = formatParameters(parameters, axes);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
