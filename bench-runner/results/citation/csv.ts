import type { Citation } from '../citation.ts';
import type { Cell, Column, Table } from '../tables.ts';
import { citedHeading } from './cited-cell.ts';
import type { CitationWriter } from './format.ts';

/**
 * One rectangular table after RFC 4180, for spreadsheets and programs: figures with all their
 * digits, bounds and n in columns of their own, and in the first row what the citation rests on.
 */
export const csv: CitationWriter = {
  title: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  rows: (citation) => csvRecords(citation.table, source(citation)),
  write(citation) {
    const records = csv.rows(citation);
    // A table without rows still says what it is.
    const none = record([
      ...citation.table.columns.map(() => ''),
      ...Object.values(source(citation)),
    ]);
    return csvLines(records.length > 1 ? records : [...records, none]);
  },
};

/** A table alone, as it is in a citation without what that rests on. */
export function csvTable(table: Table): string {
  return csvLines(csvRecords(table, {}));
}

function csvRecords({ columns, rows }: Table, beside: Readonly<Record<string, string>>): string[] {
  const parts = columns.map((_, index) => partsOf(rows.map((row) => row[index])));
  const heading = columns.flatMap((column, index) => headings(column, parts[index] ?? []));
  const told = Object.values(beside).map((text) => `,${field(text)}`);
  const untold = told.map(() => ',').join('');
  return [
    record([...heading, ...Object.keys(beside)]),
    ...rows.map(
      (row, place) =>
        record(row.flatMap((cell, index) => (parts[index] ?? []).map((part) => part.of(cell)))) +
        (place === 0 ? told.join('') : untold),
    ),
  ];
}

function csvLines(records: readonly string[]): string {
  return records.map((line) => `${line}\r\n`).join('');
}

function source(citation: Citation): Record<string, string> {
  return {
    title: citation.table.title,
    suite: citation.suiteTitle,
    version: citation.version,
    date: citation.date,
    permalink: citation.permalink,
    environment: citation.environment,
    caveats: citation.caveats.join('; '),
    fingerprint: citation.fingerprint,
    verify: citation.token,
  };
}

type Field = string | number | null;

/** A column of the file, made from a column of the table. */
interface Part {
  name: string;
  of(cell: Cell): Field;
}

const figure: Part = { name: '', of: main };

const bounds: Part[] = [
  { name: 'low', of: (cell) => ('low' in cell ? cell.low : null) },
  { name: 'high', of: (cell) => ('high' in cell ? cell.high : null) },
  { name: 'n', of: (cell) => ('n' in cell ? cell.n : null) },
  { name: 'caveats', of: (cell) => ('caveats' in cell ? cell.caveats.join(' ') : null) },
];

const verdict: Part = {
  name: 'verdict',
  of: (cell) => (cell.kind === 'ratio' ? cell.verdict : null),
};

const tied: Part = {
  name: 'tied',
  of: (cell) => (cell.kind === 'rank' ? (cell.tied ? 'yes' : 'no') : null),
};

const note: Part = {
  name: 'note',
  of(cell) {
    if (cell.kind === 'absent') return cell.reason;
    return cell.kind === 'reference' ? `published: ${cell.source}` : null;
  },
};

function partsOf(cells: readonly (Cell | undefined)[]): Part[] {
  const kinds = new Set(cells.map((cell) => cell?.kind));
  return [
    figure,
    ...(kinds.has('rank') ? [tied] : []),
    ...(kinds.has('value') || kinds.has('ratio') ? bounds : []),
    ...(kinds.has('ratio') ? [verdict] : []),
    ...(kinds.has('absent') || kinds.has('reference') ? [note] : []),
  ];
}

function headings(column: Column, parts: readonly Part[]): string[] {
  return parts.map(({ name }) => [citedHeading(column), name].filter(Boolean).join(' '));
}

function main(cell: Cell): Field {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'rank':
      return cell.rank;
    case 'absent':
      return null;
    default:
      return cell.value;
  }
}

function record(fields: readonly Field[]): string {
  return fields.map(field).join(',');
}

function field(value: Field): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = asText(value);
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets run as a formula, also behind blanks and in the wide forms of East Asia. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Text that no spreadsheet takes for a formula: an apostrophe marks it as text. */
export function asText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
