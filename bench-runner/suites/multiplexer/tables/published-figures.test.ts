import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { publishedFigures } from './published-figures.ts';
import { type MadeUpGroup, madeUpSuite } from './testing/made-up-suite.ts';

const figures = (time: number, bytes: number) => ({
  'time-per-operation': time,
  'allocated-bytes': bytes,
});

const oneKilobyte: MadeUpGroup = {
  scenario: 'write-memory',
  axis: 'size',
  value: 1024,
  subjects: {
    optimized: figures(200, 100),
    original: figures(700, 2000),
    hybrid: figures(707, 2000),
  },
  ratios: [
    ['optimized', 'original', 0.286, 0.28, 0.29, 'better'],
    ['hybrid', 'original', 1.01, 0.99, 1.03, 'tie'],
  ],
};
const oneMegabyte: MadeUpGroup = {
  ...oneKilobyte,
  value: 1_048_576,
  subjects: {
    optimized: figures(90_000, 5000),
    original: figures(450_000, 1_200_000),
    hybrid: figures(91_000, 5000),
  },
  ratios: [
    ['optimized', 'original', 0.2, 0.19, 0.21, 'better'],
    ['hybrid', 'original', 0.6, 0.58, 0.62, 'better'],
  ],
};

function rows(groups: MadeUpGroup[]) {
  const table = publishedFigures(madeUpSuite(groups));
  expect(Table.parse(table)).toEqual(table);
  return table.rows;
}

const text = (value: string) => ({ kind: 'text', text: value });

describe('the published figures', () => {
  it('stand as ratios to the library’s own Original', () => {
    const published = rows([]).map((row) => (row[2]!.kind === 'reference' ? row[2]!.value : null));
    const rounded = published.map((value) => Number(value!.toFixed(4)));
    expect(rounded).toEqual([1.5466, 1.0906, 1, 0.9165, 0.9069, 0.4091, 0.5613, 0.6078, 0.0993]);
  });

  it('are set beside ours with what replicates', () => {
    const found = rows([oneKilobyte, oneMegabyte]);
    expect(found.map((row) => row[4])).toEqual([
      text('no: the other way round here'),
      text('no: not found here'),
      text('yes'),
      expect.objectContaining({ kind: 'absent' }),
      expect.objectContaining({ kind: 'absent' }),
      expect.objectContaining({ kind: 'absent' }),
      text('direction yes, size no: larger here'),
      text('yes'),
      text('direction yes, size no: larger here'),
    ]);
  });

  it('compare bytes by the ends of both intervals', () => {
    const ours = rows([oneKilobyte])[2]![3];
    expect(ours).toMatchObject({ kind: 'ratio', value: 1, verdict: 'tie', n: 12 });
    if (ours?.kind !== 'ratio') throw new Error('expected a ratio');
    expect(ours.low).toBeCloseTo(1900 / 2100, 10);
    expect(ours.high).toBeCloseTo(2100 / 1900, 10);
  });

  it('count bytes within 1 % as equal, and 2 % as not', () => {
    const within = (hybrid: number) => {
      const subjects = { original: figures(700, 2000), hybrid: figures(700, hybrid) };
      const made = madeUpSuite([{ ...oneKilobyte, subjects }]);
      for (const one of made.cases) {
        if (one.status !== 'measured') continue;
        const summary = one.summaries['allocated-bytes']!;
        one.summaries['allocated-bytes'] = {
          ...summary,
          low: summary.median,
          high: summary.median,
        };
      }
      return publishedFigures(made).rows[2]![4];
    };
    expect(within(2000.1)).toEqual(text('yes'));
    expect(within(2040)).toEqual(text('no: the other way round here'));
  });

  it('give a reason only from figures of this run', () => {
    const found = rows([oneKilobyte, oneMegabyte]);
    expect(found[0]![5]).toEqual(
      text(
        'Original allocates 2,000 B for a message of 1 KB here against 48 B there: pools have more to save.',
      ),
    );
    expect(found[1]![5]).toEqual(
      text(
        'The 7 ns that the library’s threshold check and indirection cost would be 1 % of the 700 ns that Original takes here.',
      ),
    );
    const frugal = {
      ...oneKilobyte,
      subjects: { ...oneKilobyte.subjects, original: figures(700, 40) },
    };
    expect(rows([frugal])[0]![5]).toEqual({
      kind: 'absent',
      reason: 'no reason is established by what was measured',
    });
  });

  it('say why a figure is missing here', () => {
    const partial: MadeUpGroup = {
      ...oneKilobyte,
      subjects: {
        original: { 'time-per-operation': 700 },
        hybrid: { 'time-per-operation': 700 },
        optimized: { failed: 'wrong bytes' },
      },
      ratios: [],
    };
    const found = rows([partial]);
    expect(found[0]![3]).toEqual({
      kind: 'absent',
      reason: 'optimized failed (check): wrong bytes',
    });
    expect(found[1]![3]).toEqual({
      kind: 'absent',
      reason: 'not compared: a value is zero, negative or missing',
    });
    expect(found[2]![3]).toEqual({ kind: 'absent', reason: 'hybrid reported no allocated bytes' });
    expect(found[8]![3]).toMatchObject({ kind: 'absent', reason: /not in this run/ });
  });

  it('have no ratio of bytes where original allocated none', () => {
    const free = {
      ...oneKilobyte,
      subjects: { original: figures(700, 0), hybrid: figures(700, 0) },
    };
    expect(rows([free])[2]![3]).toEqual({
      kind: 'absent',
      reason: 'original allocated nothing to compare with',
    });
  });
});
