import type { Case } from '../results/cases.ts';
import { formatParameters } from '../results/format.ts';
import type { Group, Metric, ResultDocument } from '../results/schema.ts';
import type { Column, Table } from '../results/tables.ts';
import { aggregateCaveats } from './aggregate-caveats.ts';
import { baselineOf } from './baseline.ts';
import type { CaseGroup } from './case-groups.ts';
import { clip } from './clip.ts';
import { uniqueIdentifiers } from './identifiers.ts';
import { metricColumns } from './metric-columns.ts';
import { groupCaption } from './table-caption.ts';
import { absence, rankCell, ratioCell } from './table-cells.ts';

type Context = Pick<ResultDocument, 'run' | 'environment' | 'suite'>;

/**
 * The table of one group: a row a subject, best first and then those without figures; rank, subject,
 * ratio to the baseline, and a column for each metric of the scenario.
 */
export function groupTable(
  caseGroup: CaseGroup,
  group: Group,
  { run, environment, suite }: Context,
): Omit<Table, 'id'> {
  const { scenario, cases, parameters } = caseGroup;
  const titles = new Map(suite.subjects.map(({ id, title }) => [id, title]));
  const titleOf = (subject: string) => titles.get(subject) ?? subject;
  const baseline = baselineOf(caseGroup, titleOf);
  const metrics = scenario.metrics
    .map((id) => suite.metrics.find((declared) => declared.id === id))
    .filter((declared): declared is Metric => declared !== undefined);
  const shown = metrics.flatMap(metricColumns);
  const described = formatParameters(parameters, scenario.axes);
  return {
    title: clip(described === '' ? scenario.title : `${scenario.title}: ${described}`, 200),
    caption: groupCaption(caseGroup, group, baseline, metrics),
    scenario: scenario.id,
    columns: withIds([
      ['rank', { title: 'Rank', unit: null, metric: null }],
      ['subject', { title: 'Subject', unit: null, metric: null }],
      ['ratio', { title: clip(`Ratio to ${baseline.title}`, 200), unit: null, metric: null }],
      ...shown.map(({ name, column }): NamedColumn => [name, column]),
    ]),
    rows: inOrder(cases, group).map((one) => [
      absence(one) ?? rankCell(group, one),
      { kind: 'text', text: titleOf(one.subject) },
      ratioCell(group, one, baseline),
      ...shown.map(({ cellOf }) => cellOf(one)),
    ]),
    noiseFloor: group.noiseFloor,
    detectableRatio: group.detectableRatio,
    caveats: aggregateCaveats(cases, { run, environment }, ({ subject }) => titleOf(subject)),
  };
}

/** A column with what its id is made from. */
export type NamedColumn = [name: string, column: Omit<Column, 'id'>];

/** Columns with unique ids: their names, or a hash where a metric is called `rank` or the like. */
export function withIds(columns: readonly NamedColumn[]): Column[] {
  const ids = uniqueIdentifiers(columns.map(([name]) => name));
  return columns.map(([name, column], index) => ({ id: ids[index] ?? name, ...column }));
}

/** Ranked subjects first, then failed and skipped ones, which keep the order given. */
export function inOrder(cases: readonly Case[], { ranks }: Group): Case[] {
  const place = new Map(ranks.map(({ subject }, index) => [subject, index]));
  const orderOf = ({ subject, status }: Case) =>
    place.get(subject) ?? ranks.length + ['measured', 'failed', 'skipped'].indexOf(status);
  return cases.toSorted((a, b) => orderOf(a) - orderOf(b));
}
