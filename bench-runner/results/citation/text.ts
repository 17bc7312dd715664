import { citedTable, oneLine } from './cited-cell.ts';
import type { CitationWriter } from './format.ts';

/** Widest that a column is padded to, in characters. */
const widest = 40;

/** Plain text for mails, commit messages and code comments. */
export const text: CitationWriter = {
  title: 'Text',
  extension: 'txt',
  mediaType: 'text/plain',
  rows({ table }) {
    const { headings, rows } = citedTable(table);
    const cells = [headings, ...rows];
    const widths = headings.map((_, index) =>
      cells.reduce((width, row) => Math.max(width, Math.min(widest, length(row[index] ?? ''))), 0),
    );
    return cells.map((row) => {
      let line = '';
      for (let index = 0; index < row.length; index += 1) {
        const cell = row[index] ?? '';
        const missing = (widths[index] ?? 0) - length(cell);
        line += (index > 0 ? ' | ' : '') + cell + (missing > 0 ? ' '.repeat(missing) : '');
      }
      return line.trimEnd();
    });
  },
  write(citation) {
    const { table, suiteTitle, version, date, environment, caveats } = citation;
    const [heading = '', ...rows] = text.rows(citation);
    return [
      oneLine(table.title),
      `${oneLine(suiteTitle)}, Benchmark Lab, version ${version}, ${date}`,
      citation.permalink,
      '',
      heading,
      '-'.repeat(Math.min(length(heading), 100)),
      ...rows,
      '',
      `Environment: ${oneLine(environment)}`,
      caveats.length === 0 ? 'Caveats: none' : 'Caveats:',
      ...caveats.map((caveat) => `  ${oneLine(caveat)}`),
      `Fingerprint: ${citation.fingerprint}`,
      `Verify: ${citation.token}`,
      '',
    ].join('\n');
  },
};

const surrogate = /[\ud800-\udfff]/;

/** Length in characters as people count them, near enough for padding. */
function length(cell: string): number {
  return surrogate.test(cell) ? [...cell].length : cell.length;
}
