import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import type { Figure } from '../../../define/tables/paired-ratio.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { type Family, families } from '../families.ts';
import { scaled } from './derived.ts';
import { durabilityCell } from './durability-cell.ts';
import { ratio } from './measure.ts';
import { caseTitle, groupOf, notMeasured } from './selection.ts';
import { bareOf, ours, peersOf } from './subjects.ts';

/** A family with the figure that stands for it. */
export interface FamilyRow {
  family: Family;
  title: string;
  /** Title of the figure, with its percentile, and its unit. */
  figure: string;
  unit: string;
  /** The segment log's, in `unit`. */
  cell: Cell;
  /** The bare file calls of the same group, and its figure over theirs. */
  bare: { subject: string; cell: Cell } | undefined;
  group: MeasuredGroup | undefined;
}

/** One case for each family, beside bare file calls and the best package. */
export function familyTable(measured: MeasuredSuite): Table {
  const rows = familyRows(measured);
  return suiteTable(
    measured,
    {
      id: 'families',
      title: 'Families',
      caption:
        'One row a family with the case that stands for it; every other case has its row on the page of its scenario. Ratios are the segment log’s figure over that of bare file calls or of the best package in the same blocks. The best package is the one with the best median in this case.',
      columns: [
        column('family', 'Family'),
        column('case', 'Case'),
        column('durability', 'Durability'),
        column('figure', 'Figure'),
        column('unit', 'Unit'),
        column('value', 'Segment log'),
        column('over-bare', 'Ratio to bare calls'),
        column('package', 'Best package'),
        column('over-package', 'Ratio to best package'),
      ],
      rows: rows.map((row) => cellsOf(measured, row)),
    },
    rows.flatMap(({ group }) => group ?? []),
  );
}

/** The rows, for sentences and other tables. */
export function familyRows(measured: MeasuredSuite): FamilyRow[] {
  return families.map((family) => {
    const { headline, metric, percentile, scale = 1 } = family;
    const group = groupOf(measured, headline);
    const scenario = measured.suite.scenarios.find(({ id }) => id === headline.scenario);
    const declared = measured.suite.metrics.find(({ id }) => id === metric);
    const title = declared?.title ?? metric;
    return {
      family,
      title: scenario?.title ?? family.title,
      figure: percentile === undefined ? title : `${title}, p${percentile}`,
      unit: family.unit ?? declared?.unit ?? '',
      cell:
        group === undefined
          ? absentCell(notMeasured(measured, headline))
          : scaled(valueCell(group, ours, metric, percentile), scale),
      bare: group && overBare(measured, group, family),
      group,
    };
  });
}

/** Whether a group is the case that stands for its family, under whichever durability. */
export function standsForFamily({ group }: Pick<MeasuredGroup, 'group'>): boolean {
  return families.some(
    ({ headline: { scenario, parameters } }) =>
      scenario === group.scenario &&
      Object.entries(parameters).every(
        ([axis, value]) => axis === 'durability' || group.parameters[axis] === value,
      ),
  );
}

function cellsOf(measured: MeasuredSuite, row: FamilyRow): Cell[] {
  const { title, figure, unit, cell, group, family, bare } = row;
  if (group === undefined) {
    const missing = Array.from({ length: 2 }, () => cell);
    const named = [textCell(title), ...missing, textCell(figure), textCell(unit)];
    return [...named, cell, cell, cell, cell];
  }
  const best = bestPackage(measured, group, family);
  return [
    textCell(title),
    textCell(caseTitle(measured, group)),
    durabilityCell(group),
    textCell(figure),
    textCell(unit),
    cell,
    bare?.cell ?? absentCell('bare file calls have no such work to do, or were not measured'),
    ...(best === undefined
      ? [noPackage, noPackage]
      : [
          textCell(titleOf(measured, best)),
          ratio(measured, figureOf(family), [group, ours], [group, best]),
        ]),
  ];
}

const noPackage = absentCell('no package took part in this case, or none was measured');

function overBare(measured: MeasuredSuite, group: MeasuredGroup, family: Family) {
  const subject = bareOf(group);
  if (subject === undefined) return undefined;
  return { subject, cell: ratio(measured, figureOf(family), [group, ours], [group, subject]) };
}

function figureOf({ metric, percentile }: Family): Figure {
  return percentile === undefined ? { metric } : { metric, percentile };
}

function bestPackage(
  { suite }: MeasuredSuite,
  group: MeasuredGroup,
  { metric }: Family,
): string | undefined {
  const higher = suite.metrics.find(({ id }) => id === metric)?.better === 'higher';
  const medianOf = (subject: string) => group.measuredCase(subject)?.summaries[metric]?.median;
  const measuredPeers = peersOf(group).flatMap((subject) => {
    const median = medianOf(subject);
    return median === undefined ? [] : [{ subject, median }];
  });
  return measuredPeers.toSorted((a, b) => (higher ? b.median - a.median : a.median - b.median))[0]
    ?.subject;
}
