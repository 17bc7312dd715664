import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { durabilityCell } from './durability-cell.ts';
import { caseTitle, scenarioTitle } from './selection.ts';
import { ours } from './subjects.ts';
import { requirement, targetRows } from './targets.ts';

/** Intervals that the table lists, the widest first. */
const widestListed = 5;

/** Something to do after this run, with the figure that says so. */
export interface NextStep {
  kind: 'target-missed' | 'target-undecided' | 'target-not-measured' | 'wide-interval';
  what: string;
  group: MeasuredGroup | undefined;
  cell: Cell;
  unit: string;
  todo: string;
}

const kindTitles: Readonly<Record<NextStep['kind'], string>> = {
  'target-missed': 'target missed',
  'target-undecided': 'target not decided',
  'target-not-measured': 'target not measured',
  'wide-interval': 'wide interval',
};

/** What to look at next: targets that are not met, and the figures that are known worst. */
export function nextStepTable(measured: MeasuredSuite): Table {
  const steps = nextSteps(measured);
  return suiteTable(
    measured,
    {
      id: 'next-steps',
      title: 'Next steps',
      caption: `Targets that this run did not find met, and the ${widestListed} widest 95 % intervals of the segment log’s figures, by their width over the median, of the figure that each scenario is compared by.`,
      columns: [
        column('kind', 'Kind'),
        column('what', 'What'),
        column('durability', 'Durability'),
        column('unit', 'Unit'),
        column('measured', 'Measured'),
        column('todo', 'What to do'),
      ],
      rows: steps.map(({ kind, what, group, cell, unit, todo }) => [
        textCell(kindTitles[kind]),
        textCell(what),
        group === undefined ? absentCell('not in this run') : durabilityCell(group),
        textCell(unit),
        cell,
        textCell(todo),
      ]),
    },
    steps.flatMap(({ group }) => group ?? []),
  );
}

/** Targets first, then the widest intervals. */
export function nextSteps(measured: MeasuredSuite): NextStep[] {
  const targets = targetRows(measured).flatMap(({ target, met, cell, group }): NextStep[] => {
    if (met === true) return [];
    const kind =
      cell.kind === 'absent'
        ? 'target-not-measured'
        : met === false
          ? 'target-missed'
          : 'target-undecided';
    const { scenario } = target.measure.of;
    const todo = {
      'target-missed': `lab run log-storage --scenario ${scenario} --profile-cpu shows where its time goes`,
      'target-undecided': `lab run log-storage --scenario ${scenario} --profile full takes more blocks`,
      'target-not-measured': `lab run log-storage --scenario ${scenario} --profile standard measures it`,
    }[kind];
    const what = `${target.title}: ${requirement(target)}`;
    return [{ kind, what, group, cell, unit: target.unit ?? 'ratio', todo }];
  });
  return [...targets, ...widestIntervals(measured)];
}

function widestIntervals(measured: MeasuredSuite): NextStep[] {
  const figures = measured.suite.scenarios.flatMap((scenario) => {
    const metric = measured.suite.metrics.find(({ id }) => id === scenario.metrics[0]);
    if (metric === undefined) return [];
    return groupsOf(measured, scenario.id).flatMap((group) => {
      const summary = group.measuredCase(ours)?.summaries[metric.id];
      if (summary === undefined || !(summary.median > 0)) return [];
      const { median, low, high, n } = summary;
      if (low === null || high === null) return [];
      const cell: Cell = { kind: 'value', value: median, low, high, n, caveats: [] };
      return [{ group, metric, cell, width: (high - low) / median }];
    });
  });
  return figures
    .toSorted((a, b) => b.width - a.width)
    .slice(0, widestListed)
    .map(({ group, metric, cell, width }) => {
      const { scenario } = group.group;
      return {
        kind: 'wide-interval',
        what: `${scenarioTitle(measured, scenario)}, ${caseTitle(measured, group)}: ${metric.title}, ${Math.round(100 * width)} % wide`,
        group,
        cell,
        unit: metric.unit,
        todo: `lab run log-storage --scenario ${scenario} --profile full takes more blocks`,
      };
    });
}
