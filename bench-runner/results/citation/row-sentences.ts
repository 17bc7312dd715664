import type { Table } from '../tables.ts';
import { citedCell, citedHeading } from './cited-cell.ts';

/** Each row of a table in a sentence, for formats that hold no table. */
export function rowSentences({ columns, rows }: Table): string[] {
  return rows.map((row) =>
    columns
      .flatMap((column, index) => {
        const cell = row[index];
        return cell ? [`${citedHeading(column)}: ${citedCell(cell, column)}`] : [];
      })
      .join('; '),
  );
}
