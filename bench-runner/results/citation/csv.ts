import type { Citation } from '../citation.ts';
import type { Cell, Column, Table } from '../tables.ts';
import { citedHeading } from './cited-cell.ts';
import { type Field, field } from './csv-field.ts';
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
  const parts = columns.map((_, index) => partsOf(rows, index));
  const heading = columns.flatMap((column, index) => headings(column, parts[index] ?? []));
  const told = Object.values(beside).map((text) => `,${field(text)}`);
  const untold = told.map(() => ',').join('');
  return [
    record([...heading, ...Object.keys(beside)]),
    ...rows.map((row, place) => figures(row, parts) + (place === 0 ? told.join('') : untold)),
  ];
}

function figures(row: readonly Cell[], parts: readonly (readonly Part[])[]): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    const cell = row[index];
    if (!cell) continue;
    for (const part of parts[index] ?? []) line += `,${field(part.of(cell))}`;
  }
  return line.slice(1);
}

function record(fields: readonly Field[]): string {
  return fields.map(field).join(',');
}

function csvLines(records: readonly string[]): string {
  return `${records.join('\r\n')}\r\n`;
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

/** A column of the file, made from a column of the table. */
interface Part {
  name: string;
  of(cell: Cell): Field;
}

type Figure = Extract<Cell, { kind: 'value' | 'ratio' }>;

function ofFigures(name: string, of: (cell: Figure) => Field): Part {
  return { name, of: (cell) => (cell.kind === 'value' || cell.kind === 'ratio' ? of(cell) : null) };
}

const main: Part = {
  name: '',
  of(cell) {
    if (cell.kind === 'text') return cell.text;
    if (cell.kind === 'rank') return cell.rank;
    return cell.kind === 'absent' ? null : cell.value;
  },
};

const bounds: Part[] = [
  ofFigures('low', ({ low }) => low),
  ofFigures('high', ({ high }) => high),
  ofFigures('n', ({ n }) => n),
  ofFigures('caveats', ({ caveats }) => (caveats.length === 0 ? null : caveats.join(' '))),
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

function partsOf(rows: Table['rows'], index: number): Part[] {
  const kinds = new Set<Cell['kind']>();
  for (const row of rows) {
    const cell = row[index];
    if (cell) kinds.add(cell.kind);
  }
  return [
    main,
    ...(kinds.has('rank') ? [tied] : []),
    ...(kinds.has('value') || kinds.has('ratio') ? bounds : []),
    ...(kinds.has('ratio') ? [verdict] : []),
    ...(kinds.has('absent') || kinds.has('reference') ? [note] : []),
  ];
}

function headings(column: Column, parts: readonly Part[]): string[] {
  return parts.map(({ name }) => [citedHeading(column), name].filter(Boolean).join(' '));
}
