import { expect, test } from 'vitest';
import { median } from './median.ts';

test.each([
  [[4], 4],
  [[3, 1], 2],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
  [[0, 0, 0, 12], 0],
  [[-3, -1, -2], -2],
])('median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('one extreme value does not move it', () => {
  expect(median([10, 11, 12, 13, 1e12])).toBe(12);
});

test('refuses NaN', () => {
  expect(() => median([1, Number.NaN, 2])).toThrow(RangeError);
});
