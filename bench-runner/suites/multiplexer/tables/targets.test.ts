import { describe, expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { targets } from './targets.ts';
import { type MadeUpGroup, type MadeUpRatio, madeUpSuite } from './testing/made-up-suite.ts';

const time = (median: number) => ({ 'time-per-operation': median });

function socket(value: number, ratio: MadeUpRatio): MadeUpGroup {
  return {
    scenario: 'unix-socket',
    axis: 'size',
    value,
    subjects: { [ratio[0]]: time(ratio[2]), [ratio[1]]: time(1) },
    ratios: [ratio],
  };
}

function memory(value: number, optimized: number, gathered: number): MadeUpGroup {
  return {
    scenario: 'write-memory',
    axis: 'size',
    value,
    subjects: {
      optimized: { 'array-buffer-bytes': optimized },
      gathered: { 'array-buffer-bytes': gathered },
    },
  };
}

function metOf(...groups: MadeUpGroup[]): string[] {
  const table = targets(madeUpSuite(groups));
  expect(Table.parse(table)).toEqual(table);
  return table.rows.map((row) => (row[4]!.kind === 'text' ? row[4]!.text : row[4]!.kind));
}

describe('targets', () => {
  it('are met where the whole interval lies on the right side', () => {
    expect(
      metOf(
        socket(1_048_576, ['gathered', 'bare-writev', 1.1, 1.05, 1.2, 'worse']),
        socket(64, ['coalesced', 'original', 0.06, 0.05, 0.07, 'better']),
        memory(1024, 0, 0.1),
      ),
    ).toEqual(['yes', 'yes', 'yes', 'yes']);
  });

  it('are missed where the whole interval lies on the wrong side', () => {
    expect(
      metOf(
        socket(1_048_576, ['bare-writev', 'gathered', 0.5, 0.4, 0.6, 'better']),
        socket(64, ['coalesced', 'original', 0.5, 0.4, 0.6, 'better']),
        memory(1024, 0, 0),
        memory(65_536, 10, 0),
      ),
    ).toEqual(['no', 'no', 'no', 'yes']);
  });

  it('are undecided where the interval holds the bound', () => {
    expect(
      metOf(
        socket(1_048_576, ['gathered', 'bare-writev', 1.2, 1.1, 1.3, 'worse']),
        socket(64, ['coalesced', 'original', 1 / 8, 1 / 9, 1 / 7, 'better']),
      ),
    ).toEqual(['undecided', 'undecided', 'absent', 'absent']);
  });

  it('state a message rate, not a time, for coalesced', () => {
    const made = madeUpSuite([socket(64, ['coalesced', 'original', 0.1, 0.0625, 0.125, 'better'])]);
    expect(targets(made).rows[1]![2]).toMatchObject({
      value: 10,
      low: 8,
      high: 16,
      verdict: 'better',
    });
  });

  it('say why a target cannot be told', () => {
    const made = madeUpSuite([
      {
        ...socket(1_048_576, ['gathered', 'original', 0.2, 0.1, 0.3, 'better']),
        subjects: { gathered: time(1), 'bare-writev': { skipped: 'left out' } },
      },
    ]);
    const [gathered, coalesced] = targets(made).rows;
    expect(gathered![2]).toEqual({ kind: 'absent', reason: 'bare-writev was skipped: left out' });
    expect(coalesced![4]).toMatchObject({ kind: 'absent', reason: /measured no 64 B/ });
  });
});
