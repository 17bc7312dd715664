import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell } from '../../../define/tables/cells.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import { formatNumber } from '../../../results/format.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { type Target, targets } from '../targets.ts';
import { durabilityCell } from './durability-cell.ts';
import { type Measurement, measure } from './measure.ts';
import { caseTitle } from './selection.ts';

/** A target with what was measured for it. */
export interface TargetRow extends Measurement {
  target: Target;
  /** Undefined where this run cannot tell. */
  met: boolean | undefined;
}

/** Every target, what was measured for it, and whether it is met. */
export function targetTable(measured: MeasuredSuite): Table {
  const rows = targetRows(measured);
  return suiteTable(
    measured,
    {
      id: 'targets',
      title: 'Targets',
      caption:
        'What the segment log is to reach, and what it reached in this run, under the durability shown. A target is met or missed only where the whole 95 % interval lies on one side of the bound. Ratios and differences are medians over trials of the same block, with intervals from order statistics; bare calls are those of the C program, or of Node.js where no compiler was found.',
      columns: [
        column('target', 'Target'),
        column('met', 'Met'),
        column('measured', 'Measured'),
        column('required', 'Required'),
        column('unit', 'Unit'),
        column('against', 'Against'),
        column('case', 'Case'),
        column('durability', 'Durability'),
        column('source', 'Set by'),
      ],
      rows: rows.map((row) => cellsOf(measured, row)),
    },
    rows.flatMap(({ groups }) => groups),
  );
}

/** The rows with whether each target is met, for sentences and next steps. */
export function targetRows(measured: MeasuredSuite): TargetRow[] {
  return targets.map((target) => {
    const found = measure(measured, target.measure);
    return { ...found, target, met: isMet(target, found.cell) };
  });
}

/** A target's bound in words, such as `at least 500 MB/s`. */
export function requirement({ side, bound, unit }: Target): string {
  return `${side} ${formatNumber(bound)}${unit === null ? '' : ` ${unit}`}`;
}

function cellsOf(measured: MeasuredSuite, row: TargetRow): Cell[] {
  const { target, cell, against, group } = row;
  const missing = (reason: string) => absentCell(cell.kind === 'absent' ? cell.reason : reason);
  return [
    textCell(target.title),
    cell.kind === 'absent'
      ? cell
      : textCell(row.met === undefined ? 'undecided' : row.met ? 'yes' : 'no'),
    cell,
    textCell(`${target.side} ${formatNumber(target.bound)}`),
    textCell(target.unit ?? 'ratio'),
    against === undefined
      ? missing('the target is a figure by itself')
      : textCell(titleOf(measured, against)),
    group === undefined ? missing('') : textCell(caseTitle(measured, group)),
    group === undefined ? missing('') : durabilityCell(group),
    textCell(target.source),
  ];
}

function isMet({ side, bound }: Target, cell: Cell): boolean | undefined {
  if (cell.kind !== 'value' && cell.kind !== 'ratio') return undefined;
  const { low, high } = cell;
  if (low === null || high === null) return undefined;
  if (side === 'at least') return low >= bound ? true : high < bound ? false : undefined;
  if (side === 'at most') return high <= bound ? true : low > bound ? false : undefined;
  return high < bound ? true : low >= bound ? false : undefined;
}
