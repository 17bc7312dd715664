import { expect, it } from 'vitest';
import { Table } from '../../../results/tables.ts';
import { scalingTable } from './scaling.ts';
import { type MadeUpGroup, madeUpSuite, six } from './testing/made-up-suite.ts';

function producers(count: number, rate: number, durability = 'page-cache'): MadeUpGroup {
  return {
    scenario: 'concurrent-producers',
    parameters: { producers: count, size: 1024, durability },
    subjects: { 'segment-log': { 'message-rate': six(rate) } },
  };
}

it('gives the factor over one thread and its share of linear on the processors there are', () => {
  const made = madeUpSuite([producers(1, 100), producers(2, 190), producers(4, 180)], 2);
  const [table] = scalingTable(made);
  expect(Table.parse(table)).toEqual(table);
  expect(table!.rows.map((row) => row.slice(3))).toMatchObject([
    [{ text: '1' }, { text: '1' }, { value: 100, n: 6 }, { kind: 'absent' }, { kind: 'absent' }],
    [{ text: '2' }, { text: '2' }, { value: 190 }, { value: 1.9 }, { value: 0.95 }],
    [{ text: '4' }, { text: '2' }, { value: 180 }, { value: 1.8 }, { value: 0.9 }],
  ]);
});

it('compares under the same durability, and adds no processors where one log is shared', () => {
  const made = madeUpSuite([
    producers(1, 100),
    producers(1, 10, 'sync'),
    producers(4, 30, 'sync'),
    producers(2, 40, 'interval'),
  ]);
  const rows = scalingTable(made)[0]!.rows.map((row) => row.slice(2));
  expect(rows[2]).toMatchObject([
    { text: 'sync' },
    { text: '4' },
    { text: '1' },
    { value: 30 },
    { value: 3 },
    { kind: 'absent', reason: expect.stringContaining('share one log') },
  ]);
  expect(rows[3]![4]).toEqual({
    kind: 'absent',
    reason: 'not in this run: the case with one thread',
  });
});

it('is left out where the run has no threads', () => {
  expect(scalingTable(madeUpSuite([]))).toEqual([]);
});
