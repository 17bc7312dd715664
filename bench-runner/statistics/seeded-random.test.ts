import { expect, test } from 'vitest';
import { seededRandom, xoshiro128 } from './seeded-random.ts';

test('yields the reference sequence of xoshiro128**', () => {
  // Python 3 after the authors' C source, unbounded integers masked to 32 bits; state 1, 2, 3, 4.
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 8 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
  ]);
});

// The same in Python 3, with the state filled as described.
test.each([
  [0, [3809008728, 1133695204, 53579671, 2891528803]],
  [1, [2442144158, 3238099751, 3819917871, 2104621829]],
  [42, [2837322924, 544945897, 479756282, 3500138142]],
  [0xffffffff, [835879718, 1921286648, 2356205009, 1885780724]],
])('seed %d starts as elsewhere', (seed, expected) => {
  const random = seededRandom(seed);
  expect(expected.map(() => random() * 2 ** 32)).toEqual(expected);
});

test('stays in [0, 1) and fills it evenly', () => {
  const random = seededRandom(7);
  const tenths = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
  }
  expect(tenths).toHaveLength(10);
  // 10,000 each, standard deviation 95: five of them either way.
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(475);
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])('refuses the seed %d', (seed) => {
  expect(() => seededRandom(seed)).toThrow(RangeError);
});
