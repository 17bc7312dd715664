import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { asText } from './csv-field.ts';
import { citableTexts, citeExample, citeText } from './testing/cite-text.ts';

/** Records of a CSV text after RFC 4180. */
function recordsOf(source: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const records: string[][] = [[]];
  let end = 0;
  for (const [whole, quoted, plain, after] of source.matchAll(field)) {
    records.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    end += whole.length;
    if (after === '\r\n' && end < source.length) records.push([]);
  }
  if (end !== source.length) throw new Error(`not CSV from ${end}`);
  return records;
}

/** Rows of a CSV text by column title. */
function rowsOf(source: string): Record<string, string>[] {
  const [heading = [], ...records] = recordsOf(source);
  return records.map((record) => {
    expect(record).toHaveLength(heading.length);
    return Object.fromEntries(heading.map((title, index) => [title, record[index] ?? '']));
  });
}

describe('a citation in CSV', () => {
  it('holds figures with all their digits, bounds, n, caveats and verdicts', () => {
    const citation = citeExample();
    const rows = rowsOf(csv.write(citation));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      Rank: '1',
      'Rank tied': 'no',
      Subject: 'Pooled',
      'Time (ns/op)': '79',
      'Time (ns/op) low': '78',
      'Time (ns/op) high': '80',
      'Time (ns/op) n': '3',
      'Against Plain': '0.76',
      'Against Plain verdict': 'better',
      version: '2026.11',
      date: '2026-11-20',
      permalink: 'https://example.org/results/2026.11/example/write/#write-1024',
      fingerprint: citation.fingerprint,
      verify: citation.token,
      caveats: '[a] few-trials: 3 trials a case; quick-profile: Measured with the quick profile',
    });
    expect(rows[1]?.['Time (ns/op) caveats']).toBe('few-trials');
    // Told once: a caveat's sentence in each of twenty rows would bury the figures.
    expect(rows[1]).toMatchObject({ version: '', caveats: '', verify: '' });
    expect(rows[2]).toMatchObject({ Rank: '', 'Rank note': 'skipped: go is not on the PATH' });
  });

  it('says what it is without rows', () => {
    const rows = rowsOf(csv.write(citeExample({ rows: [] })));
    expect(rows).toMatchObject([{ title: 'Writing messages of 1 KB', version: '2026.11' }]);
  });

  it('leaves negative figures numbers', () => {
    const column = { id: 'a', title: 'A', unit: null, metric: null };
    const cell = { kind: 'value', value: -1.5, low: -2, high: -1, n: 3, caveats: [] } as const;
    const rows = rowsOf(
      csv.write(citeExample({ columns: [column], rows: [[{ ...cell, caveats: [] }]] })),
    );
    expect(rows[0]).toMatchObject({ A: '-1.5', 'A low': '-2', 'A high': '-1' });
  });

  it.each(citableTexts)('holds $name as typed, or marked as text', ({ text }) => {
    const source = csv.write(citeText(text));
    const [heading = [], ...records] = recordsOf(source);
    for (const record of records) expect(record).toHaveLength(heading.length);
    const fields = records.flat();
    expect(fields).toContain(asText(text));
    expect([text, `'${text}`]).toContain(asText(text));
    for (const field of fields) expect(field).not.toMatch(/^[\s\p{Cf}]*[=+@＝＋－＠]/u);
  });
});

describe('asText', () => {
  it.each(['=1', '+1', '-1', '@a', '\t=1', ' =1', '\u200e=1', '＝1', '\ra'])('marks %j', (text) => {
    expect(asText(text)).toBe(`'${text}`);
  });

  it.each(['a=1', '1+1', '', "'=1", 'a\t=1'])('leaves %j', (text) => {
    expect(asText(text)).toBe(text);
  });
});
