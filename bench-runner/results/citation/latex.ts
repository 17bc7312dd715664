import { citationKey } from '../citation.ts';
import { escapeLatex, latexTable } from './escape-latex.ts';
import type { CitationWriter } from './format.ts';

/** A floating table; its source stands below it and needs the package `url` or `hyperref`. */
export const latex: CitationWriter = {
  title: 'LaTeX',
  extension: 'tex',
  mediaType: 'application/x-tex',
  rows({ table }) {
    const { headings, rows } = latexTable(table);
    return [headings, ...rows].map((cells) => `${cells.join(' & ')} \\\\`);
  },
  write(citation) {
    const { table, suiteTitle, version, date, environment, caveats } = citation;
    const [heading = '', ...rows] = latex.rows(citation);
    return [
      '\\begin{table}',
      '  \\centering',
      `  \\caption{${escapeLatex(table.title)}}`,
      `  \\label{tab:${citationKey(citation)}}`,
      `  \\begin{tabular}{${table.columns.map(({ unit }) => (unit === null ? 'l' : 'r')).join('')}}`,
      '    \\hline',
      `    ${heading}`,
      '    \\hline',
      ...rows.map((row) => `    ${row}`),
      '    \\hline',
      '  \\end{tabular}',
      '',
      `  {\\footnotesize Benchmark Lab, ${escapeLatex(suiteTitle)}, version ${version}, ${date}, \\url{${citation.permalink}}.`,
      `  Environment: ${escapeLatex(environment)}.`,
      `  Caveats: ${caveats.length === 0 ? 'none' : caveats.map(escapeLatex).join('; ')}.`,
      `  Fingerprint ${citation.fingerprint}, verify \\texttt{${citation.token}}.\\par}`,
      '\\end{table}',
      '',
    ].join('\n');
  },
};
