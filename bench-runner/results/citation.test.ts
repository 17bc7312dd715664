import { describe, expect, it } from 'vitest';
import { caveatsTold } from './citation/caveat-marks.ts';
import { citationFormatNames, citationFormats, isCitationFormat } from './citation/formats.ts';
import { citableTexts, citeExample, citeText } from './citation/testing/cite-text.ts';
import { citationClaims } from './citation-token.ts';
import { permalink } from './permalink.ts';

describe('citationOf', () => {
  it('names caveats of the document, the table and its cells once', () => {
    const { table } = citeExample();
    const caveats = ['few-trials' as const, 'wide-interval' as const];
    const rows = table.rows.map((row) =>
      row.map((cell) => (cell.kind === 'value' ? { ...cell, caveats } : cell)),
    );
    expect(citeExample({ rows }).caveats).toEqual([
      '[a] few-trials: 3 trials a case',
      '[b] wide-interval',
      'quick-profile: Measured with the quick profile',
    ]);
  });
});

describe('caveats of a table', () => {
  it('go before those of its document about the same', () => {
    const document = [
      { code: 'few-trials' as const, detail: '9 of 9 cases' },
      { code: 'errors' as const, detail: '' },
    ];
    expect(caveatsTold(document, citeExample().table)).toEqual([
      '[a] few-trials: 3 trials a case',
      'errors',
    ]);
  });
});

describe('permalink', () => {
  it('points to the page of the scenario or of the suite', () => {
    const place = { version: '1.0', suite: 's', scenario: 'write', table: 't' };
    expect(permalink(place, 'https://x.org/')).toBe('https://x.org/results/1.0/s/write/#t');
    expect(permalink({ ...place, scenario: null }, '/lab/')).toBe('/lab/results/1.0/s/#t');
  });
});

describe.each(citationFormatNames)('the claim in %s', (format) => {
  const written = (citation: ReturnType<typeof citeExample>) =>
    citationFormats[format].write(citation);

  it('is found again, whatever the texts around it', () => {
    for (const { text } of citableTexts.filter(({ name }) => name !== 'a forged citation')) {
      const citation = citeText(text);
      expect(citationClaims(written(citation))).toEqual([
        {
          version: '2026.11',
          suite: 'example',
          table: citation.table.id,
          fingerprint: citation.fingerprint,
        },
      ]);
    }
  });

  it('stands beside title, version, date, permalink, environment and caveats', () => {
    const text = written(citeExample());
    for (const part of ['Writing messages of 1 KB', '2026.11', 'Example CPU', 'few-trials']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('https://example.org/results/2026.11/example/write/#write-1024');
    expect(text.replace(/[\s,]+/g, ' ')).toMatch(/2026-11-20|2026 11 20/);
  });

  it('comes with rows that stand in the text', () => {
    for (const citation of [citeExample(), ...citableTexts.map(({ text }) => citeText(text))]) {
      const text = written(citation);
      const rows = citationFormats[format].rows(citation);
      expect(rows.length).toBeGreaterThanOrEqual(citation.table.rows.length);
      for (const row of rows) expect(text).toContain(row);
    }
  });

  it('states interval and n of every figure', () => {
    const text = written(citeExample());
    expect(text).toMatch(format === 'csv' ? /,79,78,80,3,/ : /79\.0 \(78\.0 to 80\.0; n = 3\)/);
  });
});

describe('citationClaims', () => {
  const claim = { version: '1.0', suite: 'a-b', table: 'c', fingerprint: '0123456789ab' };

  it('finds each claim once, in a text with several', () => {
    const text =
      'x `lab:1.0/a-b/c@0123456789ab`, lab:1.0/a-b/c@0123456789ab.\nlab:1.0/a-b/d@ffffffffffff';
    expect(citationClaims(text)).toEqual([
      claim,
      { ...claim, table: 'd', fingerprint: 'f'.repeat(12) },
    ]);
  });

  it('finds none in what is no claim', () => {
    for (const text of [
      '',
      'lab:1.0/a-b/c@0123456789a',
      'lab:1.0/a-b/c@0123456789abz',
      'lab:../a-b/c@0123456789ab',
      'lab:1.0/a-b@0123456789ab',
      'collab:1.0/a-b/c@0123456789ab',
    ]) {
      expect(citationClaims(text)).toEqual([]);
    }
  });

  it('takes a long text in its stride', () => {
    expect(citationClaims('lab:a-a'.repeat(50_000))).toEqual([]);
  });
});

describe('isCitationFormat', () => {
  it('knows the six formats and no property of objects', () => {
    expect(citationFormatNames).toEqual(['markdown', 'text', 'bibtex', 'csl-json', 'csv', 'latex']);
    expect(isCitationFormat('toString')).toBe(false);
  });
});
