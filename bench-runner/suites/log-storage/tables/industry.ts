import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { Table } from '../../../results/tables.ts';
import { publishedFigures } from '../published.ts';
import { scaled } from './derived.ts';
import { durabilityCell } from './durability-cell.ts';
import { caseTitle, groupOf, notMeasured, scenarioTitle } from './selection.ts';
import { ours } from './subjects.ts';

/** What others published of other systems, beside what comes nearest to it here. */
export function industryTable(measured: MeasuredSuite): Table {
  const rows = publishedFigures.map((published) => {
    const { of, metric, percentile, scale = 1 } = published.ours;
    const group = groupOf(measured, of);
    const missing = absentCell(notMeasured(measured, of));
    return {
      group,
      cells: [
        textCell(published.system),
        textCell(published.figure),
        textCell(published.unit),
        { kind: 'reference' as const, value: published.value, source: published.source },
        textCell('not measured here'),
        ...(group === undefined
          ? [missing, missing, missing]
          : [
              textCell(`${scenarioTitle(measured, of.scenario)}, ${caseTitle(measured, group)}`),
              durabilityCell(group),
              scaled(valueCell(group, ours, metric, percentile), scale),
            ]),
        textCell(published.difference),
      ],
    };
  });
  return suiteTable(
    measured,
    {
      id: 'industry',
      title: 'Figures that others published',
      caption:
        'Figures of other systems as their authors published them, on their machines, without intervals; none of them was measured here. Beside each stands the figure of the segment log that comes nearest, with what keeps the two from being compared. They show orders of magnitude and nothing else.',
      columns: [
        column('system', 'System'),
        column('figure', 'Figure'),
        column('unit', 'Unit'),
        column('published', 'Published'),
        column('where', 'Measured'),
        column('case', 'Nearest case here'),
        column('durability', 'Durability'),
        column('ours', 'Segment log'),
        column('difference', 'Why they cannot be compared'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ group }) => group ?? []),
  );
}
