import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, ratioCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, inverse, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import type { Cell, Table } from '../../../results/tables.ts';

/** A target, what was measured for it, and whether it is met. */
export interface TargetRow {
  cells: Cell[];
  group: MeasuredGroup | undefined;
  /** Undefined where this run cannot tell. */
  met: boolean | undefined;
}

/** Bytes an operation that count as none: a buffer taken once in a trial is spread over its operations. */
const noBytes = 0.5;

/** The speed targets of the suite, as ratios in this run. */
export function targets(measured: MeasuredSuite): Table {
  const rows = targetRows(measured);
  return suiteTable(
    measured,
    {
      id: 'targets',
      title: 'Targets',
      caption:
        'What the suite’s own subjects set out to reach, in ratios within one run. Met or missed only where the whole 95 % interval lies on one side of the bound. Zero bytes means under 0.5 B per operation.',
      columns: [
        column('target', 'Target'),
        column('required', 'Required'),
        column('ratio', 'Ratio measured'),
        column('bytes', 'Bytes measured', 'B/op', 'array-buffer-bytes'),
        column('met', 'Met'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ group }) => (group === undefined ? [] : [group])),
  );
}

/** The rows with whether each is met, for the answer in a sentence. */
export function targetRows(measured: MeasuredSuite): TargetRow[] {
  return [
    gatheredRow(measured),
    coalescedRow(measured),
    ...['optimized', 'gathered'].map((subject) => bytesRow(measured, subject)),
  ];
}

function gatheredRow(measured: MeasuredSuite): TargetRow {
  const bound = 1.25;
  const group = groupsOf(measured, 'unix-socket', { size: 1_048_576 })[0];
  const cell =
    group === undefined
      ? notMeasured(measured, '1 MB over a Unix socket')
      : ratioCell(group, 'gathered', 'bare-writev');
  const met = bounded(cell, (low, high) => verdict(high <= bound, low > bound));
  return ratioRow(
    'Gathered at 1 MB over a Unix socket: time against a bare writev loop',
    'at most 1.25',
    cell,
    met,
    group,
  );
}

function coalescedRow(measured: MeasuredSuite): TargetRow {
  const bound = 8;
  const group = groupsOf(measured, 'unix-socket', { size: 64 })[0];
  const times = group?.ratio('coalesced', 'original');
  // Message rates are the inverse of times; what was better stays better.
  const rates = times && { ...inverse(times), verdict: times.verdict };
  const cell =
    group === undefined
      ? notMeasured(measured, '64 B over a Unix socket')
      : ratioCell(group, 'coalesced', 'original', rates);
  const met = bounded(cell, (low, high) => verdict(low >= bound, high < bound));
  return ratioRow(
    'Coalesced at 64 B over a Unix socket: message rate against Original',
    'at least 8',
    cell,
    met,
    group,
  );
}

function bytesRow(measured: MeasuredSuite, subject: string): TargetRow {
  const groups = measured.groups.flatMap(({ scenario, parameters }) =>
    scenario === 'write-memory' && parameters.size !== undefined
      ? [groupsOf(measured, scenario, { size: parameters.size })[0]!]
      : [],
  );
  const cells = groups.map((group) => ({
    group,
    cell: valueCell(group, subject, 'array-buffer-bytes'),
  }));
  // The size with the most bytes speaks for all.
  const worst = cells.reduce<(typeof cells)[number] | undefined>(
    (most, one) =>
      one.cell.kind === 'value' &&
      !(most?.cell.kind === 'value' && most.cell.value >= one.cell.value)
        ? one
        : most,
    undefined,
  );
  const cell = worst?.cell ?? cells[0]?.cell ?? notMeasured(measured, 'writes into memory');
  const highest = cell.kind === 'value' ? (cell.high ?? cell.value) : undefined;
  const lowest = cell.kind === 'value' ? (cell.low ?? cell.value) : undefined;
  const met =
    highest === undefined || lowest === undefined
      ? undefined
      : verdict(highest < noBytes, lowest >= noBytes);
  return {
    cells: [
      textCell(
        `${titleOf(measured, subject)} writing into memory: ArrayBuffer bytes, the most of any size`,
      ),
      textCell('0 B'),
      absentCell('the target is in bytes'),
      cell,
      metCell(met, cell),
    ],
    group: worst?.group,
    met,
  };
}

function ratioRow(
  target: string,
  required: string,
  cell: Cell,
  met: boolean | undefined,
  group: MeasuredGroup | undefined,
): TargetRow {
  const bytes = absentCell('the target is a ratio');
  return {
    cells: [textCell(target), textCell(required), cell, bytes, metCell(met, cell)],
    group,
    met,
  };
}

function metCell(met: boolean | undefined, cell: Cell): Cell {
  if (cell.kind === 'absent') return cell;
  return textCell(met === undefined ? 'undecided' : met ? 'yes' : 'no');
}

function bounded(
  cell: Cell,
  decide: (low: number, high: number) => boolean | undefined,
): boolean | undefined {
  if (cell.kind !== 'ratio' || cell.low === null || cell.high === null) return undefined;
  return decide(cell.low, cell.high);
}

function verdict(met: boolean, missed: boolean): boolean | undefined {
  return met ? true : missed ? false : undefined;
}

function notMeasured({ run }: MeasuredSuite, what: string): Cell {
  return absentCell(`not in this run: it measured no ${what} (profile ${run.profile})`);
}
