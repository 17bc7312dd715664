import type { Table } from '../tables.ts';
import { citedTable } from './cited-cell.ts';

/** Each row of a table in a sentence, for formats that hold no table. */
export function rowSentences(table: Table): string[] {
  const { headings, rows } = citedTable(table);
  return rows.map((row) => row.map((cell, index) => `${headings[index]}: ${cell}`).join('; '));
}
