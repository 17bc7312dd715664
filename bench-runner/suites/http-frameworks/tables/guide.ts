import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, ratioCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, metricColumn, suiteTable } from '../../../define/tables/suite-table.ts';
import { listed, titleOf } from '../../../define/tables/titles.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { type WorkloadKind, workloadKinds } from './workloads.ts';

export const baseline = 'express';

/** Which framework suits which workload, by how much. */
export function guide(measured: MeasuredSuite): Table {
  const rows = workloadKinds.map((kind) => rowOf(measured, kind));
  return suiteTable(
    measured,
    {
      id: 'guide',
      title: 'Best framework by workload',
      caption:
        'Best are the frameworks that no other was found better than; several are a tie, the first by its median first, whose figures are shown. Ratios are in the figure that the workload is ranked by. Next is the first framework that was found worse than the best. There is no sum over workloads: which of them count is the reader’s to say.',
      columns: [
        column('workload', 'Workload'),
        column('ranked-by', 'Ranked by'),
        column('best', 'Best'),
        metricColumn(measured, 'request-rate'),
        metricColumn(measured, 'latency', 99),
        column('ratio', `Ratio to ${titleOf(measured, baseline)}`),
        column('next', 'Next'),
        column('next-ratio', 'Ratio to next'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ group }) => (group === undefined ? [] : [group])),
  );
}

/** Winners of each workload that was measured, in words. */
export function bestByWorkload(measured: MeasuredSuite): string[] {
  return workloadKinds.flatMap((kind) => {
    const best = groupOf(measured, kind)?.best ?? [];
    if (best.length === 0) return [];
    const names = best.map((subject) => titleOf(measured, subject));
    return [`${kind.title}: ${listed(names)}${best.length > 1 ? ' (tie)' : ''}`];
  });
}

function groupOf(measured: MeasuredSuite, kind: WorkloadKind): MeasuredGroup | undefined {
  return groupsOf(measured, kind.scenario, kind.parameters)[0];
}

function rowOf(
  measured: MeasuredSuite,
  kind: WorkloadKind,
): { cells: Cell[]; group: MeasuredGroup | undefined } {
  const group = groupOf(measured, kind);
  const first = group?.best[0];
  if (group === undefined || first === undefined) {
    const reason =
      group === undefined
        ? `not in this run (profile ${measured.run.profile})`
        : 'no framework was measured: each failed or was skipped';
    const missing = Array.from({ length: 7 }, () => absentCell(reason));
    return { cells: [textCell(kind.title), ...missing], group };
  }
  const next = group.group.ranks
    .map(({ subject }) => subject)
    .find((subject) => group.ratio(first, subject)?.verdict === 'better');
  const noNext = absentCell(`none was found worse than ${titleOf(measured, first)}`);
  const titles = group.best.map((subject) => titleOf(measured, subject));
  return {
    cells: [
      textCell(kind.title),
      textCell(rankedBy(measured, kind.scenario)),
      textCell(titles.length === 1 ? titles.join('') : `${listed(titles)} (tie)`),
      valueCell(group, first, 'request-rate'),
      valueCell(group, first, 'latency', 99),
      first === baseline ? baselineCell(group) : ratioCell(group, first, baseline),
      next === undefined ? noNext : textCell(titleOf(measured, next)),
      next === undefined ? noNext : ratioCell(group, first, next),
    ],
    group,
  };
}

function rankedBy({ suite }: MeasuredSuite, scenario: string): string {
  const metric = suite.scenarios.find(({ id }) => id === scenario)?.metrics[0];
  return suite.metrics.find(({ id }) => id === metric)?.title ?? '';
}

function baselineCell(group: MeasuredGroup): Cell {
  const trials = group.measuredCase(baseline)?.trials ?? [];
  const n = Math.max(1, trials.filter(({ role }) => role === 'subject').length);
  return { kind: 'ratio', value: 1, verdict: 'baseline', low: null, high: null, n, caveats: [] };
}
