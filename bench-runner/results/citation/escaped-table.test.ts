import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cell } from '../tables.ts';
import { citedTable, escapedTable } from './cited-cell.ts';
import { asText, field } from './csv-field.ts';
import { escapeLatex, latexTable } from './escape-latex.ts';
import { escapeMarkdown } from './markdown.ts';
import { rowSentences } from './row-sentences.ts';
import { citableTexts, citeExample, citeText } from './testing/cite-text.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const figures = fc.oneof(finite, fc.integer(), fc.double({ min: -2e6, max: 2e6, noNaN: true }));
const interval = { low: fc.option(figures), high: fc.option(figures), n: fc.integer({ min: 1 }) };
const caveats = fc.constantFrom<[] | ['errors', 'few-trials']>([], ['errors', 'few-trials']);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    value: figures,
    ...interval,
    caveats: caveats.map((codes) => [...codes]),
  }),
  fc.record({
    kind: fc.constant('ratio' as const),
    value: figures,
    verdict: fc.constantFrom('baseline', 'tie', 'better', 'worse', 'undecided'),
    ...interval,
    caveats: caveats.map((codes) => [...codes]),
  }),
  fc.record({
    kind: fc.constant('rank' as const),
    rank: fc.integer({ min: 1 }),
    tied: fc.boolean(),
  }),
);

it.each([
  ['LaTeX', escapeLatex],
  ['Markdown', escapeMarkdown],
])(
  'figures that are not escaped need no escaping in %s',
  (_format, written) => {
    fc.assert(
      fc.property(cell, (figure) => {
        const columns = [{ id: 'a', title: 'A_[b]', unit: null, metric: null }];
        const { table } = citeExample({ columns, rows: [[figure]] });
        const { headings, rows } = citedTable(table);
        expect(escapedTable(table, written)).toEqual({
          headings: headings.map(written),
          rows: rows.map((row) => row.map(written)),
        });
      }),
      { numRuns: 500 },
    );
  },
  60_000,
);

it.each(citableTexts)(
  'sentences are escaped for BibTeX as a whole would be, with $name',
  ({ text }) => {
    const { table } = citeText(text);
    expect(rowSentences(latexTable(table)).map((row) => row.trim())).toEqual(
      rowSentences(citedTable(table)).map(escapeLatex),
    );
  },
);

it('a CSV field is quoted and marked by rule, however harmless its text looks', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'Subject 12',
          '1.0',
          ' ',
          '/',
          '×',
          '-',
          ',',
          '"',
          ';',
          '\n',
          '\t',
          '=',
          '@',
        ),
        fc.string({ unit: 'grapheme', maxLength: 2 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (typed) => {
      const marked = asText(typed);
      const quoted = `"${marked.replaceAll('"', '""')}"`;
      expect(field(typed)).toBe(/[",;\r\n\t]/.test(marked) ? quoted : marked);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
