import { expect, test } from 'vitest';
import { signTest, smallestSignP } from './sign-test.ts';

const split = (below: number, above: number) => [
  ...new Array<number>(below).fill(0.9),
  ...new Array<number>(above).fill(1.2),
];

// By hand, 2 Σ C(n, i) / 2^n: for 1 of 10, 2 (1 + 10) / 1024.
test.each([
  [0, 1, 1],
  [0, 3, 0.25],
  [0, 5, 0.0625],
  [0, 6, 0.03125],
  [1, 9, 0.021484375],
  [2, 8, 0.109375],
  [5, 5, 1],
  [12, 0, 0.00048828125],
])('%d below and %d above', (below, above, expected) => {
  expect(signTest(split(below, above), 1)).toBe(expected);
});

test('values of no effect say nothing', () => {
  expect(signTest([1, 1, 1], 1)).toBe(1);
  expect(signTest([1, 1, 1.1, 1.1, 1.1], 1)).toBe(0.25);
  expect(signTest([], 1)).toBe(1);
});

test('the smallest p halves with every value', () => {
  expect([0, 1, 3, 5, 6].map(smallestSignP)).toEqual([1, 1, 0.25, 0.0625, 0.03125]);
});

test('refuses NaN', () => {
  expect(() => signTest([Number.NaN], 1)).toThrow(RangeError);
});
