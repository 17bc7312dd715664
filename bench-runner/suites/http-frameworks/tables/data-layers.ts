import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, pairedCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, noiseFloorOf, suiteTable } from '../../../define/tables/suite-table.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { contrastOf, type Sides, subjectsOf } from './contrast.ts';

/** One scenario and subject measured with both data layers. */
export interface DataLayerPair {
  scenario: string;
  /** The scenario and its other parameters, in words. */
  title: string;
  subject: string;
  sides: Sides;
}

/** ORM over SQL by hand, of every scenario and subject measured with both. */
export function dataLayerPairs(measured: MeasuredSuite): DataLayerPair[] {
  return groupsOf(measured, 'real-world-flow', { 'data-layer': 'orm' })
    .concat(
      ...['db-read', 'db-write', 'concurrent-mixed', 'db-n-plus-one'].map((scenario) =>
        groupsOf(measured, scenario, { 'data-layer': 'orm' }),
      ),
    )
    .flatMap((orm) => {
      const { scenario, parameters } = orm.group;
      const [sql] = groupsOf(measured, scenario, { ...parameters, 'data-layer': 'sql' });
      if (sql === undefined) return [];
      const groups: [MeasuredGroup, MeasuredGroup] = [orm, sql];
      const { 'data-layer': _, ...others } = parameters;
      const declared = measured.suite.scenarios.find(({ id }) => id === scenario);
      const title = [declared?.title ?? scenario, ...Object.values(others).map(String)].join(', ');
      return subjectsOf(measured, groups).flatMap((subject) => {
        const sides = contrastOf(groups, subject);
        return sides === undefined ? [] : [{ scenario, title, subject, sides }];
      });
    });
}

/** What the ORM or query builder of each framework costs; nothing where none was measured. */
export function dataLayers(measured: MeasuredSuite): Table[] {
  const pairs = dataLayerPairs(measured);
  if (pairs.length === 0) return [];
  return [
    suiteTable(
      measured,
      {
        id: 'data-layers',
        title: 'ORM against SQL by hand',
        caption:
          'Requests per second through the ORM or query builder that each subject brings, over those with SQL by hand: medians of the ratios of trials in the same block with 95 % intervals from order statistics; below 1 the ORM is slower. Subjects bring different ones, so this is not a ranking of frameworks.',
        columns: [
          column('scenario', 'Scenario'),
          column('subject', 'Subject'),
          column('sql', 'SQL', 'requests/s', 'request-rate'),
          column('orm', 'ORM', 'requests/s', 'request-rate'),
          column('ratio', 'ORM over SQL'),
          column('sql-cpu', 'Server CPU, SQL', 'µs/request', 'server-cpu'),
          column('orm-cpu', 'Server CPU, ORM', 'µs/request', 'server-cpu'),
        ],
        rows: pairs.map((pair) => rowOf(measured, pair)),
      },
      pairs.flatMap(({ sides }) => sides.groups),
    ),
  ];
}

function rowOf(measured: MeasuredSuite, { title, subject, sides }: DataLayerPair): Cell[] {
  const [orm, sql] = sides.groups;
  const ratio = sides.ratio({ metric: 'request-rate' });
  return [
    textCell(title),
    textCell(titleOf(measured, subject)),
    valueCell(sql, subject, 'request-rate'),
    valueCell(orm, subject, 'request-rate'),
    ratio === undefined
      ? absentCell('not compared: a value is zero or missing')
      : pairedCell(ratio, 'higher', [sides.of, sides.to], noiseFloorOf(sides.groups)),
    valueCell(sql, subject, 'server-cpu'),
    valueCell(orm, subject, 'server-cpu'),
  ];
}
