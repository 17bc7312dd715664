import { formatCell, verdictLabels } from '../format.ts';
import type { Cell, Column, Table } from '../tables.ts';
import { type CaveatMarks, caveatMarks, caveatsOf } from './caveat-marks.ts';

/** A cell in one line: figure, then interval, n and verdict, then the marks of its caveats. */
function citedCell(cell: Cell, column: Column, marks: CaveatMarks): string {
  const { text, interval, n, note } = formatCell(cell, column);
  const details = [
    interval,
    n,
    cell.kind === 'ratio' ? verdictLabels[cell.verdict] : null,
    note,
  ].filter((detail) => detail !== null);
  const told = details.length === 0 ? '' : ` (${details.join('; ')})`;
  const marked = caveatsOf(cell).map((code) => marks.get(code) ?? code);
  return oneLine(text + told + (marked.length === 0 ? '' : ` [${marked.join(', ')}]`));
}

/** A column's title with the unit of its values. */
export function citedHeading({ title, unit }: Column): string {
  return oneLine(unit === null ? title : `${title} (${unit})`);
}

/** Text without line breaks and tabs, which most formats cannot hold in a cell. */
export function oneLine(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').trim();
}

export interface CitedTable {
  headings: string[];
  rows: string[][];
}

const written = new WeakMap<Table, CitedTable>();

/**
 * A table as texts: its headings, then a row each; every row has a text for each column. A table
 * is written once for all formats, since its figures take most of the time.
 */
export function citedTable(table: Table): CitedTable {
  const known = written.get(table);
  if (known) return known;
  const { columns, rows } = table;
  const marks = caveatMarks({ rows });
  const cited = {
    headings: columns.map(citedHeading),
    rows: rows.map((row) =>
      columns.map((column, index) => (row[index] ? citedCell(row[index], column, marks) : '')),
    ),
  };
  written.set(table, cited);
  return cited;
}
