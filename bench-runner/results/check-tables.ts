import type { Problem } from './document-error.ts';
import { fieldPath } from './field-path.ts';
import { known, type Names, unique } from './names.ts';
import type { ResultDocument } from './schema.ts';
import type { Cell, Table } from './tables.ts';

/** Tables and the answers that rest on them. */
export function checkTables(
  { tables, answers }: Pick<ResultDocument, 'tables' | 'answers'>,
  names: Names,
): Problem[] {
  const ids = new Map(tables.map((table) => [table.id, table]));
  return [
    ...unique(tables, ['tables'], 'id'),
    ...tables.flatMap((table, index) => checkTable(table, ['tables', index], names)),
    ...unique(answers, ['answers'], 'id'),
    ...answers.flatMap(({ table }, index) =>
      known(ids, table, ['answers', index, 'table'], 'table'),
    ),
  ];
}

function checkTable(table: Table, path: PropertyKey[], names: Names): Problem[] {
  const scenario =
    table.scenario === null
      ? []
      : known(names.scenarios, table.scenario, [...path, 'scenario'], 'scenario');
  return [
    ...scenario,
    ...unique(table.columns, [...path, 'columns'], 'id'),
    ...table.columns.flatMap(({ metric }, index) =>
      metric === null
        ? []
        : known(names.metrics, metric, [...path, 'columns', index, 'metric'], 'metric'),
    ),
    ...checkRows(table, path),
  ];
}

// Documents hold many thousands of cells: lists and paths are made for a fault only.
function checkRows({ rows, columns }: Table, path: PropertyKey[]): Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    checkRow(rows[index] ?? [], columns.length, path, index, problems);
  }
  return problems;
}

function checkRow(
  row: readonly Cell[],
  columns: number,
  path: PropertyKey[],
  place: number,
  problems: Problem[],
): void {
  if (row.length !== columns) {
    problems.push({
      path: fieldPath([...path, 'rows', place]),
      rule: `expected ${columns} cells, one a column, not ${row.length}`,
    });
  }
  for (let index = 0; index < row.length; index += 1) {
    const cell = row[index];
    if (cell?.kind !== 'value' && cell?.kind !== 'ratio') continue;
    if (cell.low !== null && cell.high !== null && cell.low > cell.high) {
      const at = fieldPath([...path, 'rows', place, index, 'low']);
      problems.push({ path: at, rule: 'expected at most high' });
    }
  }
}
