import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf } from '../../../define/tables/measured-group.ts';
import { column, metricColumn, suiteTable } from '../../../define/tables/suite-table.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import { formatParameter } from '../../../results/format.ts';
import type { Parameters } from '../../../results/identifiers.ts';
import type { Cell, Table } from '../../../results/tables.ts';

export interface FiguresTable {
  id: string;
  title: string;
  caption: string;
  scenarios: readonly string[];
  /** Only groups with these values on their axes. */
  parameters?: Parameters;
  metrics: readonly { metric: string; percentile?: number }[];
}

/**
 * Several figures of every case of some scenarios in one table: a row a set of parameters and
 * subject. Nothing where the run has none of the scenarios.
 */
export function figuresTable(
  measured: MeasuredSuite,
  { scenarios, metrics, parameters, ...named }: FiguresTable,
): Table[] {
  const groups = scenarios.flatMap((scenario) => groupsOf(measured, scenario, parameters));
  if (groups.length === 0) return [];
  const declared = measured.suite.scenarios.filter(({ id }) => scenarios.includes(id));
  const axes = new Map(declared.flatMap((one) => one.axes.map((axis) => [axis.id, axis])));
  const several = scenarios.length > 1;
  const rows = groups.flatMap((group) =>
    group.subjects.map((subject): Cell[] => {
      const scenario = declared.find(({ id }) => id === group.group.scenario);
      return [
        ...(several ? [textCell(scenario?.title ?? group.group.scenario)] : []),
        ...[...axes.values()].map((axis): Cell => {
          const value = group.group.parameters[axis.id];
          return value === undefined
            ? absentCell('the scenario has no such axis')
            : textCell(formatParameter(value, axis.unit));
        }),
        textCell(titleOf(measured, subject)),
        ...metrics.map(({ metric, percentile }) => valueCell(group, subject, metric, percentile)),
      ];
    }),
  );
  const table = suiteTable(
    measured,
    {
      ...named,
      ...(several ? {} : { scenario: scenarios[0] }),
      columns: [
        ...(several ? [column('scenario', 'Scenario')] : []),
        ...[...axes.values()].map(({ id, title }) => column(`axis-${id}`, title)),
        column('subject', 'Subject'),
        ...metrics.map(({ metric, percentile }) => metricColumn(measured, metric, percentile)),
      ],
      rows,
    },
    groups,
  );
  // Nothing is compared in it.
  return [{ ...table, detectableRatio: null }];
}
