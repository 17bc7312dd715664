import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedTable, isInert } from './cited-cell.ts';
import { asText, field } from './csv-field.ts';
import { escapeLatex, latexTable } from './escape-latex.ts';
import { escapeMarkdown } from './markdown.ts';
import { rowSentences } from './row-sentences.ts';
import { citableTexts, citeText } from './testing/cite-text.ts';

/** Texts that are often inert and often just not: pairs, ends and neighbours decide. */
const nearlyInert = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'n = 12',
        '67.3',
        '1,234',
        '×',
        'www',
        'WWW.1',
        '://',
        '--',
        ',,',
        '1.',
        '.5',
      ),
      fc.constantFrom(
        '; ',
        ' ',
        '  ',
        '(',
        ')',
        '-',
        ',',
        ':',
        '/',
        "''",
        '\t',
        '\u2028',
        '[a]',
        '_',
      ),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a text that is taken as inert', () => {
  it.each([
    '67.3 (65.1 to 69.8; n = 12)',
    '1.34× (1.11× to 1.58×; n = 9; better)',
    'Subject 12',
    '1,234,567',
  ])('is %j', (text) => {
    expect(isInert(text)).toBe(true);
  });

  it('is one that Markdown and LaTeX take as it is', () => {
    fc.assert(
      fc.property(nearlyInert, (text) => {
        // White space around a text is cut off, and keeps it from being taken as inert.
        const around = `\t${text}\n`;
        expect(isInert(around)).toBe(false);
        expect(escapeMarkdown(text)).toBe(escapeMarkdown(around));
        expect(escapeLatex(text)).toBe(escapeLatex(around));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a CSV field', () => {
  it('is quoted and marked by rule, however harmless its text looks', () => {
    fc.assert(
      fc.property(nearlyInert, (text) => {
        const marked = asText(text);
        const quoted = `"${marked.replaceAll('"', '""')}"`;
        expect(field(text)).toBe(/[",;\r\n\t]/.test(marked) ? quoted : marked);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('sentences in LaTeX', () => {
  it.each(citableTexts)('are those of the table, escaped, with $name', ({ text }) => {
    const { table } = citeText(text);
    expect(rowSentences(latexTable(table)).map((row) => row.trim())).toEqual(
      rowSentences(citedTable(table)).map(escapeLatex),
    );
  });
});
