import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';
import { shuffle } from './shuffle.ts';

test('gives the order worked out elsewhere', () => {
  // The same algorithm and generator in Python 3, seed 42.
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(shuffle(values, seededRandom(42))).toEqual([2, 3, 4, 8, 5, 7, 1, 6]);
  expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('all six orders of three values come up equally often', () => {
  const random = seededRandom(1);
  const seen = new Map<string, number>();
  for (let draw = 0; draw < 6_000; draw += 1) {
    const order = shuffle(['a', 'b', 'c'], random).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  // 1,000 each, standard deviation 29: five of them either way.
  for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(145);
});

test('of nothing and of one value there is one order', () => {
  expect(shuffle([], seededRandom(0))).toEqual([]);
  expect(shuffle(['only'], seededRandom(0))).toEqual(['only']);
});
