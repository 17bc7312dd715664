import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { durabilityCell } from './durability-cell.ts';
import { ratio } from './measure.ts';
import { caseTitle, scenarioTitle } from './selection.ts';
import { shareOneLog, threadsOf } from './shares.ts';
import { ours } from './subjects.ts';

/** Scenarios with threads, and the axis that counts them. */
const threaded = [
  { scenario: 'concurrent-producers', axis: 'producers' },
  { scenario: 'concurrent-consumers', axis: 'consumers' },
  { scenario: 'topic-concurrent-producers', axis: 'producers' },
  { scenario: 'topic-concurrent-consumers', axis: 'consumers' },
];

/** A number of threads against one in the same case. */
export interface ScalingRow {
  scenario: string;
  threads: number;
  /** Those of them that the processors can run at once. */
  usable: number;
  group: MeasuredGroup;
  /** Rate over that of one thread; absent for one thread. */
  factor: Cell;
  /** The factor over the usable threads, 1 being linear. */
  linear: Cell;
}

const sharedLog =
  'under sync the producers share one log and its syncs in one thread: no processor is added';

/** How rates grow with threads; nothing where the run left all such scenarios out. */
export function scalingTable(measured: MeasuredSuite): Table[] {
  const rows = scalingRows(measured);
  if (rows.length === 0) return [];
  const { cores } = measured.environment;
  return [
    suiteTable(
      measured,
      {
        id: 'scaling',
        title: 'Scaling by threads',
        caption: `Each producer or consumer is a thread with partitions of its own; consumers of a shared log read the same one, and under sync the producers of concurrent producers share one log in one thread. The factor is the rate of all of them over that of one, in trials of the same block; at once is how many of them the ${cores} processors of this machine can run at once, and share of linear is the factor over that, 1 being linear.`,
        columns: [
          column('scenario', 'Scenario'),
          column('case', 'Case'),
          column('durability', 'Durability'),
          column('threads', 'Producers or consumers'),
          column('usable', 'At once'),
          column('message-rate', 'Messages per second', 'msg/s', 'message-rate'),
          column('factor', 'Factor over one thread'),
          column('linear', 'Share of linear'),
        ],
        rows: rows.map((row) => [
          textCell(scenarioTitle(measured, row.scenario)),
          textCell(caseTitle(measured, row.group)),
          durabilityCell(row.group),
          textCell(String(row.threads)),
          textCell(String(row.usable)),
          valueCell(row.group, ours, 'message-rate'),
          row.factor,
          row.linear,
        ]),
      },
      rows.map(({ group }) => group),
    ),
  ];
}

/** The rows, for sentences. */
export function scalingRows(measured: MeasuredSuite): ScalingRow[] {
  return threaded.flatMap(({ scenario, axis }) =>
    groupsOf(measured, scenario).map((group): ScalingRow => {
      const { parameters } = group.group;
      const threads = Number(parameters[axis]);
      const usable = Math.min(threadsOf(group.group), measured.environment.cores);
      const [one] = groupsOf(measured, scenario, { ...parameters, [axis]: 1 });
      const over = (times: number): Cell => {
        if (threads === 1) return absentCell('one thread is what the others are compared with');
        if (one === undefined) return absentCell('not in this run: the case with one thread');
        const figure = { metric: 'message-rate' };
        return ratio(measured, figure, [group, ours], [one, ours], times);
      };
      const linear = shareOneLog(group.group) ? absentCell(sharedLog) : over(usable);
      return { scenario, threads, usable, group, factor: over(1), linear };
    }),
  );
}
