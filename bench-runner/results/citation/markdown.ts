import { type Citation, citationKey } from '../citation.ts';
import type { Table } from '../tables.ts';
import { escapedTable, oneLine } from './cited-cell.ts';
import type { CitationWriter } from './format.ts';

/** A GitHub-flavoured table under its title, and a footnote with what stands behind it. */
export const markdown: CitationWriter = {
  title: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  rows: ({ table }) => markdownRows(table),
  write(citation) {
    const key = citationKey(citation);
    return [
      `**${escapeMarkdown(citation.table.title)}**[^${key}]`,
      '',
      ...markdownTable(citation.table),
      '',
      `[^${key}]: ${footnote(citation)}`,
      '',
    ].join('\n');
  },
};

/** The lines of a GitHub-flavoured table. */
export function markdownTable(table: Table): string[] {
  const [heading = '', ...rows] = markdownRows(table);
  const rule = line(table.columns.map(({ unit }) => (unit === null ? '---' : '---:')));
  return [heading, rule, ...rows];
}

function markdownRows(table: Table): string[] {
  const { headings, rows } = escapedTable(table, escapeLine);
  return [headings, ...rows].map(line);
}

function footnote(citation: Citation): string {
  const { suiteTitle, version, date, environment, caveats } = citation;
  return [
    `Benchmark Lab, ${escapeMarkdown(suiteTitle)}, version ${version}, ${date}, [${citation.table.id}](${citation.permalink}).`,
    `Environment: ${escapeMarkdown(environment)}.`,
    `Caveats: ${caveats.length === 0 ? 'none' : caveats.map(escapeMarkdown).join('; ')}.`,
    `Fingerprint ${citation.fingerprint}, verify \`${citation.token}\`.`,
  ].join(' ');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * What has a meaning inside a line of Markdown, GitHub's extensions or MDX. A bare address must not
 * become a link: within one, the backslashes of other escapes would show.
 */
const special = /[\\`*_{}[\]<>|~&$^!@]/g;
const address = /:\/\/|www\./i;
const inAddress = /:(?=\/\/)|(?<=www)\./gi;

/** Text that Markdown shows as typed, on one line; also inert where Markdown is read as MDX. */
export function escapeMarkdown(text: string): string {
  return escapeLine(oneLine(text));
}

/** Escapes text that is one line already. */
function escapeLine(line: string): string {
  const escaped = line.replace(special, '\\$&');
  return address.test(line) ? escaped.replace(inAddress, '\\$&') : escaped;
}
