import { expect, test } from 'vitest';
import { bootstrapMedians } from './bootstrap-medians.ts';
import { seededRandom } from './seeded-random.ts';

const share = (medians: Float64Array, value: number) =>
  medians.filter((candidate) => candidate === value).length / medians.length;

test('follows the exact distribution for three values', () => {
  // The median of three draws is the smallest value if at least two of them are:
  // 3 (1/3)² (2/3) + (1/3)³ = 7/27; the same for the largest; 13/27 for the middle one.
  const medians = bootstrapMedians([30, 10, 20], 100_000, seededRandom(5));
  expect(share(medians, 10)).toBeCloseTo(7 / 27, 2);
  expect(share(medians, 20)).toBeCloseTo(13 / 27, 2);
  expect(share(medians, 30)).toBeCloseTo(7 / 27, 2);
});

test('takes the mean of the two middle values where n is even', () => {
  // Two draws from 1 and 3: 1 and 1, 3 and 3, or one of each (half of the time).
  const medians = bootstrapMedians([1, 3], 100_000, seededRandom(5));
  expect(share(medians, 1)).toBeCloseTo(0.25, 2);
  expect(share(medians, 2)).toBeCloseTo(0.5, 2);
  expect(share(medians, 3)).toBeCloseTo(0.25, 2);
});

test('is ascending, and the same for the same seed', () => {
  const draw = (seed: number) => bootstrapMedians([5, 3, 8, 1], 200, seededRandom(seed));
  expect([...draw(9)]).toEqual([...draw(9)].sort((a, b) => a - b));
  expect(draw(9)).toEqual(draw(9));
  expect(draw(9)).not.toEqual(draw(10));
});

test('of one value, and of identical ones, is that value', () => {
  expect([...bootstrapMedians([4], 3, seededRandom(0))]).toEqual([4, 4, 4]);
  expect([...bootstrapMedians([0.1, 0.1], 3, seededRandom(0))]).toEqual([0.1, 0.1, 0.1]);
});
