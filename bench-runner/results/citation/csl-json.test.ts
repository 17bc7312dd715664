import { describe, expect, it } from 'vitest';
import { cslJson } from './csl-json.ts';
import { citableTexts, citeExample, citeText } from './testing/cite-text.ts';

describe('a citation in CSL-JSON', () => {
  it('is one item with its abstract and note', () => {
    const citation = citeExample();
    expect(JSON.parse(cslJson.write(citation))).toEqual([
      {
        id: '2026.11-example-write-1024',
        type: 'dataset',
        title: 'Writing messages of 1 KB',
        'container-title': 'Example',
        author: [{ literal: 'Benchmark Lab' }],
        issued: { 'date-parts': [[2026, 11, 20]] },
        version: '2026.11',
        URL: 'https://example.org/results/2026.11/example/write/#write-1024',
        note: expect.stringMatching(
          /^Environment: Example CPU.*Caveats: \[a\] few-trials.*quick-profile.*verify lab:2026\.11\/example\/write-1024@[0-9a-f]{12}$/,
        ),
        abstract: expect.stringMatching(/^Rank: 1; Subject: Pooled; .* n = 3; better\)\. Rank: 2;/),
      },
    ]);
  });

  it.each(citableTexts)('holds $name as typed', ({ text }) => {
    const [item] = JSON.parse(cslJson.write(citeText(text)));
    expect(item.title).toBe(text);
    expect(item['container-title']).toBe(text);
  });
});
