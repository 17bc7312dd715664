import { expect, test } from 'vitest';
import { medianInterval } from './median-interval.ts';

const oneTo = (n: number) => Array.from({ length: n }, (_, index) => n - index);

// Python 3: the largest k with 2 Σ C(n, i) / 2^n ≤ 0.05 over i < k, in exact fractions.
test.each([
  [6, 1, 6],
  [7, 1, 7],
  [8, 1, 8],
  [9, 2, 8],
  [10, 2, 9],
  [12, 3, 10],
  [15, 4, 12],
  [20, 6, 15],
  [30, 10, 21],
  [50, 18, 33],
  [100, 40, 61],
])('of %d values takes the ranks %d and %d', (n, low, high) => {
  expect(medianInterval(oneTo(n))).toEqual({ low, high });
});

test.each([1, 2, 3, 4, 5])('of %d values there is none', (n) => {
  expect(medianInterval(oneTo(n))).toEqual({ low: null, high: null });
});

test('of identical values has no width', () => {
  expect(medianInterval([3, 3, 3, 3, 3, 3])).toEqual({ low: 3, high: 3 });
});

test('of zeros is zero', () => {
  expect(medianInterval([0, 0, 0, 0, 0, 0, 0, 0, 5])).toEqual({ low: 0, high: 0 });
});

test('refuses NaN even where there are too few values', () => {
  expect(() => medianInterval([Number.NaN])).toThrow(RangeError);
});
