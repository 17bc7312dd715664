import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, textCell } from '../../../define/tables/cells.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { Case } from '../../../results/cases.ts';
import type { Cell, Table } from '../../../results/tables.ts';

/** What became of every scenario with every subject. */
export function coverage(measured: MeasuredSuite): Table {
  const { scenarios, subjects } = measured.suite;
  return suiteTable(
    measured,
    {
      id: 'coverage',
      title: 'Coverage',
      caption:
        'Cases measured of those planned, by scenario and subject; a case is a scenario with one set of parameters. The first failure or reason for skipping is given. Questions about the database are asked of two subjects in the standard profile.',
      columns: [
        column('category', 'Category'),
        column('scenario', 'Scenario'),
        ...subjects.map(({ id, title }) => column(`subject-${id}`, title)),
      ],
      rows: scenarios.map(({ id, title, category }) => [
        textCell(category ?? ''),
        textCell(title),
        ...subjects.map((subject) =>
          became(
            measured.cases.filter((one) => one.scenario === id && one.subject === subject.id),
            measured.run.profile,
          ),
        ),
      ]),
    },
    [],
  );
}

function became(cases: readonly Case[], profile: string): Cell {
  if (cases.length === 0) return absentCell(`not asked in the ${profile} profile`);
  const measured = cases.filter(({ status }) => status === 'measured').length;
  const counted = `${measured} of ${cases.length} measured`;
  const other = cases.find(({ status }) => status !== 'measured');
  if (other === undefined || other.status === 'measured') return textCell(counted);
  const reason =
    other.status === 'failed'
      ? `failed (${other.stage}): ${other.message}`
      : `skipped: ${other.reason}`;
  return measured === 0 ? absentCell(reason) : textCell(`${counted}; ${reason}`.slice(0, 500));
}
