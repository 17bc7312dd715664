import { describe, expect, it } from 'vitest';
import { oneLine } from './cited-cell.ts';
import { citableTexts, citeExample, citeText } from './testing/cite-text.ts';
import { text } from './text.ts';

describe('a citation in plain text', () => {
  it('is a table between its title and what it rests on', () => {
    const citation = citeExample({ rows: citeExample().table.rows.slice(0, 2) });
    expect(text.write(citation)).toBe(
      [
        'Writing messages of 1 KB',
        'Example, Benchmark Lab, version 2026.11, 2026-11-20',
        'https://example.org/results/2026.11/example/write/#write-1024',
        '',
        'Rank | Subject | Time (ns/op)                      | Against Plain',
        '-'.repeat(66),
        '1    | Pooled  | 79.0 (78.0 to 80.0; n = 3)        | 0.760× (0.745× to 0.775×; n = 3; better)',
        '2    | Plain   | 104.0 (102.0 to 107.0; n = 3) [a] | 1.00× (n = 3; baseline)',
        '',
        'Environment: Example CPU 2.4 GHz, 2 cores, 8 GB, Example Linux 12 (kernel 6.1.0, x64), kvm, Node.js 20.19.0',
        'Caveats:',
        '  [a] few-trials: 3 trials a case',
        '  quick-profile: Measured with the quick profile',
        `Fingerprint: ${citation.fingerprint}`,
        `Verify: ${citation.token}`,
        '',
      ].join('\n'),
    );
  });

  it.each(citableTexts)('has a line for each part with $name', ({ text: typed }) => {
    const lines = text.write(citeText(typed)).split('\n');
    expect(lines).toHaveLength(15);
    expect(lines[0]).toBe(oneLine(typed));
    expect(lines[6]).toContain(oneLine(typed));
  });
});
