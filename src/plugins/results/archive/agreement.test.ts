import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../../bench-runner/results/tables.ts';
import { agreementOf, judgementsOf } from './agreement.ts';

type Ratio = Extract<Cell, { kind: 'ratio' }>;

function ratio(verdict: Ratio['verdict'], low: number | null, high: number | null): Ratio {
  return { kind: 'ratio', verdict, value: 1, low, high, n: 12, caveats: [] };
}

function table(rows: [string, Ratio][]): Table {
  return {
    id: 'write-1-kb',
    title: 'Write',
    caption: 'Time for one message.',
    scenario: 'write',
    columns: [
      { id: 'subject', title: 'Subject', unit: null, metric: null },
      { id: 'ratio', title: 'Against the baseline', unit: null, metric: 'time' },
    ],
    rows: rows.map(([text, cell]) => [{ kind: 'text', text }, cell]),
    noiseFloor: 1.02,
    detectableRatio: 1.05,
    caveats: [],
  };
}

function newer(rows: [string, Ratio][]) {
  return { version: '2026.2', path: '/newer', judgements: judgementsOf(table(rows)) };
}

const better = ratio('better', 0.7, 0.9);

describe('agreementOf', () => {
  it('is not measured without a newer table', () => {
    expect(agreementOf(table([['pooled', better]]), undefined)).toEqual({ kind: 'not-measured' });
  });

  it('contradicts where verdicts differ and intervals lie apart', () => {
    const old = table([
      ['pooled', better],
      ['hybrid', ratio('tie', 0.98, 1.02)],
    ]);
    const now = newer([
      ['pooled', ratio('worse', 1.1, 1.3)],
      ['hybrid', ratio('tie', 0.97, 1.01)],
    ]);
    expect(agreementOf(old, now)).toEqual({
      kind: 'contradicts',
      version: '2026.2',
      path: '/newer',
      compared: 2,
      contradictions: [{ row: 'pooled', older: 'better', newer: 'worse' }],
    });
  });

  it('contradicts a tie that is now told apart', () => {
    const old = table([['pooled', ratio('tie', 0.98, 1.02)]]);
    expect(agreementOf(old, newer([['pooled', better]])).kind).toBe('contradicts');
  });

  it('agrees where verdicts differ but intervals meet', () => {
    const old = table([['pooled', ratio('tie', 0.85, 1.1)]]);
    expect(agreementOf(old, newer([['pooled', better]]))).toMatchObject({
      kind: 'agrees',
      compared: 1,
    });
  });

  it('agrees where the verdict is the same and the gap has changed', () => {
    const old = table([['pooled', ratio('better', 0.2, 0.3)]]);
    expect(agreementOf(old, newer([['pooled', better]])).kind).toBe('agrees');
  });

  it('compares no baseline, nothing undecided, no ratio without interval and no other row', () => {
    const old = table([
      ['original', ratio('baseline', 1, 1)],
      ['hybrid', ratio('undecided', 0.5, 0.6)],
      ['pooled', ratio('better', null, null)],
      ['gone', better],
    ]);
    const now = newer([
      ['original', better],
      ['hybrid', ratio('worse', 2, 3)],
      ['pooled', ratio('worse', 2, 3)],
    ]);
    expect(agreementOf(old, now)).toEqual({
      kind: 'nothing-compared',
      version: '2026.2',
      path: '/newer',
    });
  });
});
