import type { CitedTable } from './cited-cell.ts';

/** Each row of a table in a sentence, for formats that hold no table. */
export function rowSentences({ headings, rows }: CitedTable): string[] {
  const openings = headings.map((heading) => `${heading}: `);
  return rows.map((row) => {
    let sentence = '';
    for (let index = 0; index < row.length; index += 1) {
      sentence += (index > 0 ? '; ' : '') + openings[index] + row[index];
    }
    return sentence;
  });
}
