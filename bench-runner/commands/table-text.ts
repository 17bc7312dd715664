import { caveatsTold } from '../results/citation/caveat-marks.ts';
import { citedTable } from '../results/citation/cited-cell.ts';
import { formatNumber } from '../results/format.ts';
import type { Table } from '../results/tables.ts';
import { aligned, wrapped } from './terminal-text.ts';

/** A table as it is read on a terminal: in columns where they fit, else a block a row. */
export function tableText(table: Table, width: number): string {
  const facts = [
    ...(table.noiseFloor === null ? [] : [`noise floor ${formatNumber(table.noiseFloor)}×`]),
    ...(table.detectableRatio === null
      ? []
      : [`detectable from ${formatNumber(table.detectableRatio)}×`]),
  ];
  return [
    ...wrapped(table.title, width),
    ...wrapped(table.caption, width),
    '',
    ...body(table, width),
    ...(facts.length > 0 ? ['', ...wrapped(facts.join(', '), width)] : []),
    ...caveatsTold([], table).flatMap((caveat) => wrapped(`caveat ${caveat}`, width)),
  ].join('\n');
}

function body(table: Table, width: number): string[] {
  const { headings, rows: cells } = citedTable(table);
  const inColumns = aligned([headings, ...cells]);
  if (inColumns.every((line) => [...line].length <= width)) {
    const [heading = '', ...lines] = inColumns;
    const widest = Math.max(...inColumns.map((line) => [...line].length));
    return [heading, '-'.repeat(widest), ...lines];
  }
  return cells.flatMap((row, index) => [
    ...(index > 0 ? [''] : []),
    ...row.flatMap((cell, column) => field(headings[column] ?? '', cell, width)),
  ]);
}

function field(heading: string, cell: string, width: number): string[] {
  const together = `${heading}: ${cell}`;
  if ([...together].length <= width) return [together];
  return [...wrapped(`${heading}:`, width), ...wrapped(cell, width, '  ')];
}
