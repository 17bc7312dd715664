import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

// Python 3: statistics.quantiles([15, 20, 35, 40, 50], n=20, method='inclusive'), which is
// definition 7: 5 % is 16, 25 % is 20, 40 % is 29, 95 % is 48.
test.each([
  [0, 15],
  [0.05, 16],
  [0.25, 20],
  [0.4, 29],
  [0.5, 35],
  [0.95, 48],
  [1, 50],
])('quantile %d of five values is %d', (probability, expected) => {
  expect(quantile([50, 15, 40, 20, 35], probability)).toBeCloseTo(expected, 12);
});

test('every quantile of one value is that value', () => {
  expect(quantile([7], 0.025)).toBe(7);
  expect(quantile([7], 1)).toBe(7);
});

test('every quantile of identical values is that value exactly', () => {
  expect(quantile([0.1, 0.1, 0.1], 0.37)).toBe(0.1);
});

test.each([-0.1, 1.1, Number.NaN])('refuses the probability %d', (probability) => {
  expect(() => quantile([1], probability)).toThrow(RangeError);
});
