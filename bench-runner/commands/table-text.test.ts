import { describe, expect, it } from 'vitest';
import { exampleDocument } from '../results/testing/example-document.ts';
import { tableText } from './table-text.ts';
import { aligned, wrapped } from './terminal-text.ts';

const [, , roundTrip, answer] = exampleDocument().tables;

describe('tableText', () => {
  it('stands in columns where they fit', () => {
    expect(tableText(roundTrip!, 80)).toBe(
      [
        'Round trip',
        'Latency of one message there and back; lower is better.',
        '',
        'Rank  Subject  Median latency (µs)',
        '-'.repeat(38),
        '1=    Pooled   100 (100 to 100; n = 3)',
        '1=    Plain    150 (150 to 150; n = 3)',
      ].join('\n'),
    );
  });

  it('stands in blocks on a narrow terminal', () => {
    expect(tableText(answer!, 36)).toBe(
      [
        'Pooled against plain',
        'Time of pooled as a multiple of that',
        'of plain; below 1 is faster.',
        '',
        'Message size: 64 KB',
        'Pooled against Plain:',
        '  0.500× (0.490× to 0.510×; n = 3;',
        '  better)',
        'Published elsewhere:',
        '  0.917 (published: Example paper,',
        '  2020)',
        '',
        'noise floor 1.02×, detectable from',
        '1.05×',
      ].join('\n'),
    );
  });
});

describe('wrapped', () => {
  it('breaks between words and leaves a word that is too long whole', () => {
    expect(wrapped('a bb cccccc d', 5, ' ')).toEqual([' a bb', ' cccccc', ' d']);
    expect(wrapped('', 5)).toEqual([]);
  });
});

describe('aligned', () => {
  it('pads to the widest cell and not behind the last', () => {
    expect(aligned([['a', 'b'], ['ccc', '×'], ['d']])).toEqual(['a    b', 'ccc  ×', 'd']);
  });
});
