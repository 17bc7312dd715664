import { formatCell, verdictLabels } from '../format.ts';
import type { Cell, Column } from '../tables.ts';

/** A cell in one line: figure, then interval, n, verdict and caveats in brackets. */
export function citedCell(cell: Cell, column: Column): string {
  const { text, interval, n, note } = formatCell(cell, column);
  const details = [
    interval,
    n,
    cell.kind === 'ratio' ? verdictLabels[cell.verdict] : null,
    ...(cell.kind === 'value' || cell.kind === 'ratio' ? cell.caveats : []),
    note,
  ].filter((detail) => detail !== null);
  return oneLine(details.length === 0 ? text : `${text} (${details.join('; ')})`);
}

/** A column's title with the unit of its values. */
export function citedHeading({ title, unit }: Column): string {
  return unit === null ? title : `${title} (${unit})`;
}

/** Text without line breaks and tabs, which most formats cannot hold in a cell. */
export function oneLine(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').trim();
}
