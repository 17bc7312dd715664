import { expect, test } from 'vitest';
import type { Cell } from '../../../bench-runner/results/tables.ts';
import { nextSorting, sortedRows } from './sort.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const absent: Cell = { kind: 'absent', reason: 'skipped' };
const figure = (value: number): Cell => ({
  kind: 'value',
  value,
  low: null,
  high: null,
  n: 3,
  caveats: [],
});

test('a column goes ascending, descending, then back to the order of the document', () => {
  const first = nextSorting(null, 2);
  const second = nextSorting(first, 2);
  expect(first).toEqual({ column: 2, direction: 'ascending' });
  expect(second).toEqual({ column: 2, direction: 'descending' });
  expect(nextSorting(second, 2)).toBeNull();
  expect(nextSorting(second, 0)).toEqual({ column: 0, direction: 'ascending' });
});

test('figures sort as numbers and cells without one stand last in both directions', () => {
  const rows = [[figure(10)], [absent], [figure(9)], [figure(100)]];
  expect(sortedRows(rows, { column: 0, direction: 'ascending' })).toEqual([2, 0, 3, 1]);
  expect(sortedRows(rows, { column: 0, direction: 'descending' })).toEqual([3, 0, 2, 1]);
});

test('sizes sort by their bytes, other texts by their letters and numbers', () => {
  const sizes = [[text('1 MB')], [text('64 KB')], [text('1,000 B')]];
  expect(sortedRows(sizes, { column: 0, direction: 'ascending' })).toEqual([2, 1, 0]);
  const names = [[text('stream 10')], [text('stream 9')]];
  expect(sortedRows(names, { column: 0, direction: 'ascending' })).toEqual([1, 0]);
});

test('equal rows keep the order of the document', () => {
  const rows = [[figure(1)], [figure(1)], [figure(0)]];
  expect(sortedRows(rows, { column: 0, direction: 'descending' })).toEqual([0, 1, 2]);
});
