import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, ratioCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import { formatBytes } from '../../../results/format.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { source } from './go-library.ts';

/** Hybrid against original for every threshold; nothing where the run left the scenario out. */
export function thresholdSweep(measured: MeasuredSuite): Table[] {
  const rows = valuesOf(measured, 'threshold-tuning', 'threshold').map(({ value, group }) => ({
    group,
    cells: [
      textCell(typeof value === 'number' ? formatBytes(value) : value),
      valueCell(group, 'hybrid', 'time-per-operation'),
      ratioCell(group, 'hybrid', 'original'),
    ],
  }));
  return sweep(measured, 'threshold-tuning', rows, {
    id: 'threshold-sweep',
    title: 'Hybrid by threshold, mixed message sizes',
    caption:
      'Time of the hybrid writer with its threshold at each value, and its ratio to Original measured in the same blocks; below 1 is faster. Thresholds are compared through Original, not with one another: where two intervals overlap, this table does not tell them apart.',
    columns: [
      column('threshold', 'Threshold'),
      column('time', 'Time per operation', 'ns/op', 'time-per-operation'),
      column('ratio', 'Ratio to Original'),
    ],
  });
}

const publishedLayers: Readonly<Record<string, { title: string; ratio: number }>> = {
  check: { title: 'Threshold check', ratio: 1.009 },
  indirection: { title: 'Indirection', ratio: 1.093 },
  both: { title: 'Both', ratio: 73.41 / 67.31 },
};

/** What each layer of the hybrid costs beside what was published; nothing where it was left out. */
export function layerCosts(measured: MeasuredSuite): Table[] {
  const rows = valuesOf(measured, 'cost-split', 'layers').map(({ value, group }) => {
    const published = publishedLayers[value];
    const reference: Cell =
      published === undefined
        ? absentCell('nothing was published for it')
        : { kind: 'reference', value: published.ratio, source };
    return {
      group,
      cells: [
        textCell(published?.title ?? String(value)),
        ratioCell(group, 'hybrid', 'original'),
        reference,
      ],
    };
  });
  return sweep(measured, 'cost-split', rows, {
    id: 'layer-costs',
    title: 'Cost of the hybrid’s layers at 1 KB',
    caption:
      'Ratio of the time with each layer to Original without it, measured in the same blocks; above 1 is slower. The published ratios come from a Go library and have no interval.',
    columns: [
      column('layer', 'Layer'),
      column('ratio', 'Ratio to Original'),
      column('published', 'Published ratio'),
    ],
  });
}

interface Row {
  group: MeasuredGroup;
  cells: Cell[];
}

function valuesOf(
  measured: MeasuredSuite,
  scenario: string,
  axis: string,
): { value: ParameterValue; group: MeasuredGroup }[] {
  return measured.groups.flatMap((one) => {
    const value = one.parameters[axis];
    if (one.scenario !== scenario || value === undefined) return [];
    const group = groupsOf(measured, scenario, { [axis]: value })[0];
    return group === undefined ? [] : [{ value, group }];
  });
}

function sweep(
  measured: MeasuredSuite,
  scenario: string,
  rows: readonly Row[],
  table: Pick<Table, 'id' | 'title' | 'caption' | 'columns'>,
): Table[] {
  if (rows.length === 0) return [];
  const whole = suiteTable(
    measured,
    { ...table, rows: rows.map(({ cells }) => cells) },
    rows.map(({ group }) => group),
  );
  return [{ ...whole, scenario }];
}
