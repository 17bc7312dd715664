import { type Citation, citationOf } from '../../citation.ts';
import { fingerprintOfTable } from '../../fingerprint.ts';
import type { Table } from '../../tables.ts';
import { exampleDocument } from '../../testing/example-document.ts';
import { hostileStrings } from '../../testing/hostile-strings.ts';

/** Hostile texts that a valid document can hold in a cell. */
export const citableTexts = hostileStrings.filter(({ refused }) => refused !== 'always');

/** A citation of the first example table, with parts of it replaced. */
export function citeExample(table: Partial<Table> = {}, suiteTitle = 'Example'): Citation {
  const document = exampleDocument();
  const cited = { ...document.tables[0]!, ...table };
  return citationOf({
    version: '2026.11',
    suite: { id: 'example', title: suiteTitle },
    run: document.run,
    environment: document.environment,
    caveats: document.caveats,
    table: cited,
    fingerprint: fingerprintOfTable(cited),
    siteRoot: 'https://example.org/',
  });
}

/** A citation that holds a text everywhere that free text may stand. */
export function citeText(text: string): Citation {
  const document = exampleDocument();
  const cited: Table = {
    ...document.tables[0]!,
    title: text,
    caveats: [{ code: 'errors', detail: text }],
    columns: [
      { id: 'first', title: text, unit: null, metric: null },
      { id: 'second', title: 'Time', unit: text, metric: null },
      { id: 'third', title: 'Last', unit: null, metric: null },
    ],
    rows: [
      [
        { kind: 'text', text },
        { kind: 'absent', reason: text },
        { kind: 'text', text: 'end' },
      ],
      [
        { kind: 'text', text: 'start' },
        { kind: 'reference', value: 7, source: text },
        { kind: 'text', text },
      ],
    ],
  };
  return citationOf({
    version: '2026.11',
    suite: { id: 'example', title: text },
    run: document.run,
    environment: { ...document.environment, cpuModel: text },
    caveats: [],
    table: cited,
    fingerprint: fingerprintOfTable(cited),
    siteRoot: 'https://example.org/',
  });
}
