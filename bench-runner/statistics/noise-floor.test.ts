import { expect, test } from 'vitest';
import { noiseFloor } from './noise-floor.ts';

// By hand: the larger of high and 1 / low.
test.each([
  [0.99, 1.03, 1.03],
  [0.8, 1.03, 1.25],
  [1.02, 1.05, 1.05],
  [0.5, 0.8, 2],
  [1, 1, 1],
])('of an interval from %d to %d is %d', (low, high, expected) => {
  expect(noiseFloor({ low, high })).toBe(expected);
});

test.each([
  [0, 1],
  [-1, 1],
  [1.2, 1.1],
  [Number.NaN, 1],
  [1, Number.NaN],
  [1, Number.POSITIVE_INFINITY],
])('refuses %d to %d', (low, high) => {
  expect(() => noiseFloor({ low, high })).toThrow(RangeError);
});
