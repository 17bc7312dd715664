import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { scaled } from './derived.ts';
import { durabilityCell } from './durability-cell.ts';
import { ratio } from './measure.ts';
import { caseTitle, scenarioTitle } from './selection.ts';
import { ours } from './subjects.ts';

const cheapest = 'page-cache';
const percentiles = [50, 99, 99.9, 100];

/** A case under one durability against the same under `page-cache`. */
export interface DurabilityRow {
  group: MeasuredGroup;
  /** Time of an operation over that under `page-cache`; absent for that itself. */
  cost: Cell;
}

/** What durability costs, with tails; nothing where the run had one durability only. */
export function durabilityTable(measured: MeasuredSuite): Table[] {
  const rows = durabilityRows(measured);
  if (rows.length === 0) return [];
  return [
    suiteTable(
      measured,
      {
        id: 'durability',
        title: 'What durability costs',
        caption:
          'The same case of the segment log under several durabilities: acknowledged when the records are in the page cache, there with a sync to the disk behind every interval, or on the disk. Cost is the time of an operation over that under page-cache, in trials of the same block. Latencies are those of single acknowledgements; the maximum is the slowest of all trials and has no interval.',
        columns: [
          column('scenario', 'Scenario'),
          column('case', 'Case'),
          column('durability', 'Durability'),
          column('message-rate', 'Messages per second', 'msg/s', 'message-rate'),
          column('cost', 'Cost'),
          ...percentiles.map((percentile) =>
            column(
              percentile === 100 ? 'max' : `p${String(percentile).replace('.', '-')}`,
              percentile === 100 ? 'Latency, max' : `Latency, p${percentile}`,
              'µs',
            ),
          ),
        ],
        rows: rows.map(({ group, cost }) => [
          textCell(scenarioTitle(measured, group.group.scenario)),
          textCell(caseTitle(measured, group)),
          durabilityCell(group),
          valueCell(group, ours, 'message-rate'),
          cost,
          ...percentiles.map((percentile) =>
            scaled(valueCell(group, ours, 'produce-latency', percentile), 1e-3),
          ),
        ]),
      },
      rows.map(({ group }) => group),
    ),
  ];
}

/** The rows, for sentences: cases that were measured under more than one durability. */
export function durabilityRows(measured: MeasuredSuite): DurabilityRow[] {
  return measured.groups.flatMap(({ scenario, parameters }) => {
    const { durability, ...others } = parameters;
    if (durability === undefined) return [];
    const groups = groupsOf(measured, scenario, others);
    const [group] = groupsOf(measured, scenario, parameters);
    if (groups.length < 2 || group === undefined) return [];
    const reference = groups.find((one) => one.group.parameters.durability === cheapest);
    return [{ group, cost: costOf(measured, group, reference) }];
  });
}

function costOf(
  measured: MeasuredSuite,
  group: MeasuredGroup,
  reference: MeasuredGroup | undefined,
): Cell {
  if (group.group.parameters.durability === cheapest) {
    return absentCell('what the others are compared with');
  }
  if (reference === undefined) return absentCell(`not in this run: the case under ${cheapest}`);
  return ratio(measured, { metric: 'time-per-operation' }, [group, ours], [reference, ours]);
}
