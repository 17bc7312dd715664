import { expect, test } from 'vitest';
import { holm } from './holm.ts';

test('multiplies the smallest by 4, the next by 3 and so on, and never falls', () => {
  // By hand: 0.005 × 4, 0.01 × 3, 0.03 × 2, and 0.04 × 1 raised to the 0.06 before it.
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  for (const [index, expected] of [0.03, 0.06, 0.06, 0.02].entries()) {
    expect(adjusted[index]).toBeCloseTo(expected, 12);
  }
});

test('never exceeds 1 and keeps the order of equal values', () => {
  expect(holm([0.9, 0.8, 0.7])).toEqual([1, 1, 1]);
  expect(holm([0.25, 0.25])).toEqual([0.5, 0.5]);
});

test('leaves one p as it is, and nothing as nothing', () => {
  expect(holm([0.03])).toEqual([0.03]);
  expect(holm([])).toEqual([]);
});

test.each([-0.1, 1.1, Number.NaN])('refuses %d', (probability) => {
  expect(() => holm([0.5, probability])).toThrow(RangeError);
});
