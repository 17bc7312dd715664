import { citationKey } from '../citation.ts';
import { escapeLatex, latexTable } from './escape-latex.ts';
import type { CitationWriter } from './format.ts';
import { rowSentences } from './row-sentences.ts';

/** A `@misc` entry; its abstract holds the table's rows. */
export const bibtex: CitationWriter = {
  title: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  rows: ({ table }) => rowSentences(latexTable(table)).map((row) => row.trim()),
  write(citation) {
    const { table, suiteTitle, version, date, environment, caveats } = citation;
    const note = [
      `${escapeLatex(suiteTitle)}, version ${version}, ${date}.`,
      `Environment: ${escapeLatex(environment)}.`,
      `Caveats: ${caveats.length === 0 ? 'none' : caveats.map(escapeLatex).join('; ')}.`,
      `Fingerprint ${citation.fingerprint}, verify ${citation.token}`,
    ];
    const fields = {
      // The second pair of braces keeps capitals as they are, and a name from being taken apart.
      title: `{${escapeLatex(table.title)}}`,
      author: '{Benchmark Lab}',
      year: date.slice(0, 4),
      month: String(Number(date.slice(5, 7))),
      version,
      url: citation.permalink,
      note: note.join(' '),
      abstract: bibtex.rows(citation).join('. '),
    };
    const lines = Object.entries(fields).map(([field, value]) => `  ${field} = {${value}},`);
    return [`@misc{lab-${citationKey(citation)},`, ...lines, '}', ''].join('\n');
  },
};
