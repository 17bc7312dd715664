import { expect, test } from 'vitest';
import { isDecidable, pairsNeeded } from './decidable.ts';

// By hand: 2^(1 − pairs) times comparisons against 0.05.
test.each([
  [5, 1, false],
  [6, 1, true],
  [6, 2, false],
  [7, 3, true],
  [9, 15, false],
  [10, 15, true],
  [12, 102, true],
  [12, 103, false],
])('%d pairs and %d comparisons: %s', (pairs, comparisons, expected) => {
  expect(isDecidable(pairs, comparisons)).toBe(expected);
});

test('says how many pairs are needed', () => {
  expect(pairsNeeded(1)).toBe(6);
  expect(pairsNeeded(3)).toBe(7);
  expect(pairsNeeded(15)).toBe(10);
  // 10,000 resamples show no p below 2 / 10,001, and 251 times that is above 0.05.
  expect(pairsNeeded(250)).toBe(14);
  expect(pairsNeeded(251)).toBeNull();
});
