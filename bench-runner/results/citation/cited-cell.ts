import { type FormattedCell, formatTable, verdictLabels } from '../format.ts';
import { rememberingRecent } from '../recent.ts';
import type { Cell, Column, Table } from '../tables.ts';
import { type CaveatMarks, caveatMarks, caveatsOf } from './caveat-marks.ts';

/** A cell in one line: figure, then interval, n and verdict, then the marks of its caveats. */
function citedCell(cell: Cell, formatted: FormattedCell, marks: CaveatMarks): string {
  const { text, interval, n, note } = formatted;
  let details = interval ?? '';
  if (n !== null) details = joined(details, n);
  if (cell.kind === 'ratio') details = joined(details, verdictLabels[cell.verdict]);
  if (note !== null) details = joined(details, note);
  let told = details === '' && note === null ? text : `${text} (${details})`;
  const caveats = caveatsOf(cell);
  if (caveats.length > 0) told += ` [${caveats.map((code) => marks.get(code) ?? code).join(', ')}]`;
  return oneLine(told);
}

function joined(before: string, detail: string): string {
  return before === '' ? detail : `${before}; ${detail}`;
}

/** A column's title with the unit of its values. */
export function citedHeading({ title, unit }: Column): string {
  return oneLine(unit === null ? title : `${title} (${unit})`);
}

const breaks = /[\t\n\r\u2028\u2029]/;

/** Text without line breaks and tabs, which most formats cannot hold in a cell. */
export function oneLine(text: string): string {
  return (breaks.test(text) ? text.replace(/[\t\n\r\u2028\u2029]+/g, ' ') : text).trim();
}

export interface CitedTable {
  headings: string[];
  rows: string[][];
}

/**
 * A table as texts: its headings, then a row each; every row has a text for each column. A table
 * is written once for all formats, since its figures take most of the time.
 */
export const citedTable = rememberingRecent((table: Table): CitedTable => {
  const { columns, rows } = table;
  const marks = caveatMarks(table);
  const formatted = formatTable(table);
  return {
    headings: columns.map(citedHeading),
    rows: rows.map((row, place) =>
      columns.map((_, index) => {
        const cell = row[index];
        const text = formatted[place]?.[index];
        return cell && text ? citedCell(cell, text, marks) : '';
      }),
    ),
  };
});

/** The texts of a table as a format writes them, but for figures, which every format writes alike. */
export function escapedTable(table: Table, writer: (text: string) => string): CitedTable {
  const { headings, rows } = citedTable(table);
  return {
    headings: headings.map(writer),
    rows: rows.map((row, place) => {
      const cells = table.rows[place] ?? [];
      return row.map((text, index) => (isBare(cells[index]) ? text : writer(text)));
    }),
  };
}

/** Whether a cell is nothing but digits, points, commas, signs and words that are known here. */
function isBare(cell: Cell | undefined): boolean {
  if (cell?.kind === 'value' || cell?.kind === 'ratio') return cell.caveats.length === 0;
  return cell?.kind === 'rank';
}
