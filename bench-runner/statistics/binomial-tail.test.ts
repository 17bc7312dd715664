import { expect, test } from 'vitest';
import { binomialTail } from './binomial-tail.ts';

// Exact: Python 3, fractions.Fraction(sum(math.comb(n, i) for i in range(k + 1)), 2 ** n).
test.each([
  [1, 0, 0.5],
  [5, 0, 1 / 32],
  [6, 0, 1 / 64],
  [6, 2, 22 / 64],
  [10, 1, 11 / 1024],
  [20, 5, 21700 / 1048576],
])('P(X ≤ %d throws, %d) = %d', (trials, successes, expected) => {
  expect(binomialTail(trials, successes)).toBe(expected);
});

test('stays right where 2^n is not a number any more', () => {
  // Python 3: float(Fraction(sum(math.comb(3000, i) for i in range(1447)), 2 ** 3000))
  expect(binomialTail(3000, 1446)).toBeCloseTo(0.025368550202004608, 12);
});

test('covers the ends', () => {
  expect(binomialTail(4, -1)).toBe(0);
  expect(binomialTail(4, 4)).toBe(1);
});
