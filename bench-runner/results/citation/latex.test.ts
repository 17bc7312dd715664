import { describe, expect, it } from 'vitest';
import { bibtex } from './bibtex.ts';
import { oneLine } from './cited-cell.ts';
import { escapeLatex } from './escape-latex.ts';
import { latex } from './latex.ts';
import { citableTexts, citeExample, citeText } from './testing/cite-text.ts';

const macros: Record<string, string> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textasciigrave: '`',
  char34: '"',
};

const token = /\{\\([a-z]+\d*)\}|\\([#$%&_])|\{([[\]*])\}|(\{\})|([^\\{}#$%&_~^<>|`"[\]*])/gy;

/** What LaTeX sets from escaped text; throws at anything that is not plain text. */
function setByLatex(source: string): string {
  let at = 0;
  let set = '';
  for (const [whole, macro, escaped, grouped, , plain] of source.matchAll(token)) {
    set += macro === undefined ? (escaped ?? grouped ?? plain ?? '') : (macros[macro] ?? '');
    at += whole.length;
    if (macro !== undefined && !Object.hasOwn(macros, macro)) throw new Error(`macro ${macro}`);
  }
  if (at !== source.length) throw new Error(`not plain text: ${source.slice(at, at + 20)}`);
  return set;
}

/** Fields of a BibTeX entry, by the rule that braces balance and a backslash escapes none. */
function fieldsOf(entry: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const start = /\s*(\w+) = \{/y;
  start.lastIndex = entry.indexOf(',') + 1;
  for (let match = start.exec(entry); match; match = start.exec(entry)) {
    let depth = 1;
    let end = start.lastIndex;
    for (; depth > 0; end += 1) {
      if (end >= entry.length) throw new Error('unbalanced braces');
      depth += entry[end] === '{' ? 1 : entry[end] === '}' ? -1 : 0;
    }
    fields[match[1] ?? ''] = entry.slice(start.lastIndex, end - 1);
    if (entry[end] !== ',') throw new Error(`expected a comma, not ${entry.slice(end, end + 10)}`);
    start.lastIndex = end + 1;
  }
  if (entry.slice(start.lastIndex).trim() !== '' && start.lastIndex !== 0) throw new Error('rest');
  return fields;
}

describe('escapeLatex', () => {
  it.each(citableTexts)('sets $name as typed', ({ text }) => {
    expect(setByLatex(escapeLatex(text))).toBe(oneLine(text));
  });

  it('keeps dashes and quotation marks from joining', () => {
    expect(escapeLatex("a---b ''c,,")).toBe("a-{}-{}-b '{}'c,{},");
  });
});

describe('a citation in LaTeX', () => {
  it('is a table with its source below', () => {
    expect(latex.write(citeExample({ title: '100 % of $5' }))).toContain(
      [
        '  \\caption{100 \\% of \\$5}',
        '  \\label{tab:2026.11-example-write-1024}',
        '  \\begin{tabular}{llrl}',
        '    \\hline',
        '    Rank & Subject & Time (ns/op) & Against Plain \\\\',
        '    \\hline',
        '    1 & Pooled & 79.0 (78.0 to 80.0; n = 3) & 0.760× (0.745× to 0.775×; n = 3; better) \\\\',
        '    2 & Plain & 104.0 (102.0 to 107.0; n = 3) {[}a{]} & 1.00× (n = 3; baseline) \\\\',
      ].join('\n'),
    );
  });

  it.each(citableTexts)('has a cell for each cell with $name', ({ text }) => {
    const lines = latex.write(citeText(text)).split('\n');
    const rows = lines.filter((line) => line.endsWith('\\\\'));
    const cells = rows.map((row) =>
      row
        .trim()
        .replace(/ \\\\$/, '')
        .split(/(?<!\\)&/)
        .map((cell) => setByLatex(cell.trim())),
    );
    expect(cells.map((row) => row.length)).toEqual([3, 3, 3]);
    expect(cells[1]?.[0]).toBe(oneLine(text));
    expect(lines.filter((line) => line.trim() === '')).toHaveLength(2);
  });
});

describe('a citation in BibTeX', () => {
  it('is an entry whose abstract holds the rows', () => {
    expect(fieldsOf(bibtex.write(citeExample()))).toMatchObject({
      title: '{Writing messages of 1 KB}',
      author: '{Benchmark Lab}',
      year: '2026',
      month: '11',
      version: '2026.11',
      url: 'https://example.org/results/2026.11/example/write/#write-1024',
      note: expect.stringMatching(
        /Caveats: \{\[\}a\{\]\} few-trials: .*quick-profile: .*verify lab:2026/,
      ),
      abstract: expect.stringMatching(
        /^Rank: 1; Subject: Pooled; Time \(ns\/op\): 79.0 \(78.0 to 80.0; n = 3\);/,
      ),
    });
  });

  it.each(citableTexts)('keeps $name in its field', ({ text }) => {
    const fields = fieldsOf(bibtex.write(citeText(text)));
    expect(Object.keys(fields)).toEqual([
      'title',
      'author',
      'year',
      'month',
      'version',
      'url',
      'note',
      'abstract',
    ]);
    const title = fields.title ?? '';
    expect(setByLatex(title.slice(1, -1))).toBe(oneLine(text));
    expect(setByLatex(fields.note ?? '')).toContain(oneLine(text));
    expect(setByLatex(fields.abstract ?? '')).toContain(oneLine(text));
  });
});
