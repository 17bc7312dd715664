import { expect, test } from 'vitest';
import type { Cell } from '../../../bench-runner/results/tables.ts';
import { cellRuns } from './runs.ts';

const absent = (reason: string): Cell => ({ kind: 'absent', reason });
const name: Cell = { kind: 'text', text: 'Pooled' };

test('neighbours that are absent for the same reason become one wide cell', () => {
  const runs = cellRuns([absent('a'), name, absent('a'), absent('a'), absent('b')]);
  expect(runs.map(({ index, span }) => [index, span])).toEqual([
    [0, 1],
    [1, 1],
    [2, 2],
    [4, 1],
  ]);
});

test('equal texts stay cells of their own', () => {
  expect(cellRuns([name, name])).toHaveLength(2);
});
