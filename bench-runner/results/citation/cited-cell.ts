import { type FormattedCell, formatTable, verdictLabels } from '../format.ts';
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

/** Text on one line to which most formats need not do anything, as nearly all figures are. */
const inert = /^[A-Za-z0-9(](?:[A-Za-z0-9;:()=×]|(?<=[0-9])\.(?=[0-9])|,(?!,)|-(?!-)| (?!$))*$/;

/**
 * Whether a text is on one line and holds nothing that means anything in Markdown, LaTeX or to a
 * spreadsheet. One look saves several replacements, which make up much of the time of a citation.
 */
export function isInert(text: string): boolean {
  return inert.test(text);
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

const cited = new WeakMap<Table, CitedTable>();

/**
 * A table as texts: its headings, then a row each; every row has a text for each column. A table
 * is written once for all formats, since its figures take most of the time.
 */
export function citedTable(table: Table): CitedTable {
  const known = cited.get(table);
  if (known) return known;
  const { columns, rows } = table;
  const marks = caveatMarks(table);
  const formatted = formatTable(table);
  const made = {
    headings: columns.map(citedHeading),
    rows: rows.map((row, place) =>
      columns.map((_, index) => {
        const cell = row[index];
        const text = formatted[place]?.[index];
        return cell && text ? citedCell(cell, text, marks) : '';
      }),
    ),
  };
  cited.set(table, made);
  return made;
}
