import type { Case } from '../results/cases.ts';
import { formatParameter, formatParameters } from '../results/format.ts';
import type { Parameters, ParameterValue } from '../results/identifiers.ts';
import type { Axis, ResultDocument } from '../results/schema.ts';
import type { Cell, Table } from '../results/tables.ts';
import { aggregateCaveats } from './aggregate-caveats.ts';
import { summaryOf } from './case-summary.ts';
import { clip } from './clip.ts';
import { type Contrast, compareContrast } from './compare-contrast.ts';
import { contrastCaption } from './contrast-caption.ts';
import { type NamedColumn, withIds } from './group-table.ts';
import type { ComparedGroup } from './overview-table.ts';
import { parametersName } from './parameters-name.ts';
import { absence, baselineRatio, measuredRatio, valueCell } from './table-cells.ts';
import { shownVerdict } from './verdict.ts';

type Context = Pick<ResultDocument, 'run' | 'environment' | 'suite'>;

/** The groups of a scenario that differ in the axis of its contrast alone. */
interface Side {
  /** Parameters that all of them have. */
  others: Parameters;
  /** With the value of the axis, in the axis' order. */
  groups: [value: ParameterValue, group: ComparedGroup][];
}

/**
 * The tables of a scenario's contrast: one for each combination of the other axes that was measured
 * at the baseline and at another value. A row a value of the axis; for each subject its value and
 * the ratio to its own value at the baseline. None without a contrast.
 *
 * @param groups all of one scenario.
 */
export function contrastTables(
  groups: readonly [ComparedGroup, ...ComparedGroup[]],
  context: Context,
): { name: string; table: Omit<Table, 'id'> }[] {
  const { scenario } = groups[0].cases;
  const { contrast } = scenario;
  const axis = scenario.axes.find(({ id }) => id === contrast?.axis);
  if (!contrast || !axis) return [];
  const rest = scenario.axes.filter(({ id }) => id !== axis.id);
  return sidesOf(groups, axis, rest).flatMap((side) => {
    const measuredAt = ({ 1: { cases } }: Side['groups'][number]) =>
      cases.cases.some(({ status }) => status === 'measured');
    const atBaseline = side.groups.find(([value]) => value === contrast.baseline);
    const elsewhere = side.groups.filter(([value]) => value !== contrast.baseline);
    if (!atBaseline || !measuredAt(atBaseline) || !elsewhere.some(measuredAt)) return [];
    const name = [scenario.id, axis.id, 'contrast', parametersName(side.others, rest)].join(' ');
    return [{ name, table: contrastTable(side, atBaseline[1], axis, context) }];
  });
}

/** In the order of the first group of each. */
function sidesOf(groups: readonly ComparedGroup[], axis: Axis, rest: readonly Axis[]): Side[] {
  const sides = new Map<string, Side>();
  for (const group of groups) {
    const { [axis.id]: value, ...others } = group.cases.parameters;
    if (value === undefined) continue;
    const name = parametersName(others, rest);
    const side = sides.get(name) ?? { others, groups: [] };
    side.groups.push([value, group]);
    sides.set(name, side);
  }
  const place = (value: ParameterValue) => axis.values.indexOf(value);
  return [...sides.values()].map(({ others, groups }) => ({
    others,
    groups: groups.toSorted(([a], [b]) => place(a) - place(b)),
  }));
}

function contrastTable(
  { others, groups }: Side,
  baseline: ComparedGroup,
  axis: Axis,
  { run, environment, suite }: Context,
): Omit<Table, 'id'> {
  const { scenario, metric } = baseline.cases;
  const value = baseline.cases.parameters[axis.id] ?? '';
  const all = groups.flatMap(([, { cases }]) => cases.cases);
  const subjects = suite.subjects.filter(({ id }) => all.some(({ subject }) => subject === id));
  const { contrasts, limits } = compareContrast(
    groups.map(([, group]) => group),
    baseline,
    run.seed,
  );
  const shown = formatParameter(value, axis.unit);
  const rest = formatParameters(others, scenario.axes);
  const against = formatParameters({ [axis.id]: value }, scenario.axes);
  return {
    title: clip(
      `${clip(scenario.title, 120)}: against ${against}${rest === '' ? '' : `, ${rest}`}`,
      200,
    ),
    caption: contrastCaption(
      { baseline, groups: groups.map(([, group]) => group), against },
      {
        contrasts,
        limits,
      },
    ),
    scenario: scenario.id,
    columns: withIds([
      [`axis ${axis.id}`, { title: axis.title, unit: null, metric: null }],
      ...subjects.flatMap(({ id, title }): NamedColumn[] => [
        [id, { title, unit: metric.unit, metric: metric.id }],
        [
          `${id} ratio`,
          { title: clip(`${clip(title, 90)}, ratio to ${shown}`, 200), unit: null, metric: null },
        ],
      ]),
    ]),
    rows: groups.map(([at, group]) => [
      { kind: 'text', text: formatParameter(at, axis.unit) },
      ...subjects.flatMap(({ id }): Cell[] => {
        const one = caseOf(group, id);
        const reference = caseOf(baseline, id);
        if (!one) return [notMeasured, notMeasured];
        return [
          valueCell(one, metric),
          contrastCell(
            one,
            reference,
            contrasts.find((each) => each.of === one),
            metric.id,
            { count: contrasts.length, shown },
          ),
        ];
      }),
    ]),
    ...limits,
    caveats: aggregateCaveats(all, { run, environment }),
  };
}

const notMeasured: Cell = { kind: 'absent', reason: 'not measured here' };

function caseOf({ cases }: ComparedGroup, subject: string): Case | undefined {
  return cases.cases.find((one) => one.subject === subject);
}

function contrastCell(
  one: Case,
  reference: Case | undefined,
  contrast: Contrast | undefined,
  metric: string,
  { count, shown }: { count: number; shown: string },
): Cell {
  const missing = absence(one);
  if (missing) return missing;
  const summary = reference?.status === 'measured' ? summaryOf(reference, metric) : null;
  if (!reference || !summary) {
    return { kind: 'absent', reason: clip(`no ratio: not measured at ${shown}`, 300) };
  }
  if (one === reference) return baselineRatio(summary.n);
  if (!contrast) {
    return { kind: 'absent', reason: 'no ratio: a value is zero, negative or missing' };
  }
  const verdict = shownVerdict(contrast, count, contrast.noiseFloor);
  return measuredRatio(contrast, verdict, [one, reference]);
}
