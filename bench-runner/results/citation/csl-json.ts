import { citationKey } from '../citation.ts';
import { citedTable } from './cited-cell.ts';
import type { CitationWriter } from './format.ts';
import { rowSentences } from './row-sentences.ts';

/** An item for Zotero, Pandoc and other processors of the Citation Style Language. */
export const cslJson: CitationWriter = {
  title: 'CSL-JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  rows: ({ table }) =>
    rowSentences(citedTable(table)).map((row) => JSON.stringify(row).slice(1, -1)),
  write(citation) {
    const { table, suiteTitle, version, date, environment, caveats } = citation;
    const [year, month, day] = date.split('-').map(Number);
    const note = [
      `Environment: ${environment}.`,
      `Caveats: ${caveats.length === 0 ? 'none' : caveats.join('; ')}.`,
      `Fingerprint ${citation.fingerprint}, verify ${citation.token}`,
    ];
    const item = {
      id: citationKey(citation),
      type: 'dataset',
      title: table.title,
      'container-title': suiteTitle,
      author: [{ literal: 'Benchmark Lab' }],
      issued: { 'date-parts': [[year, month, day]] },
      version,
      URL: citation.permalink,
      note: note.join(' '),
      abstract: rowSentences(citedTable(table)).join('. '),
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};
