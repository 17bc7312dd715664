import { expect, test } from 'vitest';
import { achievedSignificance } from './achieved-significance.ts';

// By hand, from nineteen estimates: 2 (1 + number beyond 1) / 20.
test.each([
  [0, 0.1],
  [1, 0.2],
  [4, 0.5],
  [9, 1],
  [12, 0.8],
  [19, 0.1],
])('%d of 19 estimates below 1', (below, expected) => {
  const estimates = Float64Array.from({ length: 19 }, (_, index) => (index < below ? 0.9 : 1.1));
  expect(achievedSignificance(estimates, 1)).toBeCloseTo(expected, 12);
});

test('estimates of no effect count on both sides', () => {
  expect(achievedSignificance(Float64Array.of(1, 1, 1), 1)).toBe(1);
  expect(achievedSignificance(Float64Array.of(1, 2, 2, 2, 2, 2, 2), 1)).toBe(0.5);
});

test('refuses NaN and nothing', () => {
  expect(() => achievedSignificance(Float64Array.of(Number.NaN), 1)).toThrow(RangeError);
  expect(() => achievedSignificance(Float64Array.of(), 1)).toThrow(RangeError);
});
