import { expect, it } from 'vitest';
import { imbalance } from './topic-balance.ts';
import { drawKeys, randomKeys } from './topic-keys.ts';

/** Park and Miller's generator. */
function generator(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function counted(draws: Uint32Array, keys: number): number[] {
  const counts = Array.from({ length: keys }, () => 0);
  for (const key of draws) counts[key]! += 1;
  return counts;
}

it('draws every key equally often, if uniform', () => {
  const draws = drawKeys('uniform', { keys: 10, draws: 100_000, random: generator() });
  // Five standard deviations of a count.
  for (const count of counted(draws, 10)) expect(Math.abs(count - 10_000)).toBeLessThan(475);
});

it('draws the key of rank k with a weight of 1 / k^0.99, if Zipf', () => {
  const draws = drawKeys('zipf', { keys: 3, draws: 100_000, random: generator() });
  // 1, 0.503478 and 0.337024 over their sum, 1.840502.
  const expected = [54_333, 27_356, 18_312];
  for (const [rank, count] of counted(draws, 3).entries()) {
    expect(Math.abs(count - expected[rank]!)).toBeLessThan(800);
  }
});

it('draws the first of 10,000 keys about a tenth of the time, if Zipf', () => {
  const draws = drawKeys('zipf', { keys: 10_000, draws: 100_000, random: generator() });
  const share = counted(draws, 10_000)[0]! / 100_000;
  expect(share).toBeGreaterThan(0.09);
  expect(share).toBeLessThan(0.106);
});

it('draws the first and the last key at the ends of what is random', () => {
  const last = 1 - 2 ** -32;
  for (const distribution of ['uniform', 'zipf'] as const) {
    expect(drawKeys(distribution, { keys: 9, draws: 1, random: () => 0 })[0]).toBe(0);
    expect(drawKeys(distribution, { keys: 9, draws: 1, random: () => last })[0]).toBe(8);
  }
});

it('names as many different keys as asked for', () => {
  const keys = randomKeys(1_000, generator());
  const names = new Set(keys.map((key) => Buffer.from(key).toString()));
  expect(names.size).toBe(1_000);
  expect(new Set(keys.map(({ length }) => length))).toEqual(new Set([16]));
});

it.each([
  [[100, 100, 100, 100], 0],
  [[150, 50], 50],
  [[400, 0, 0, 0], 300],
  [[3, 3, 6], 50],
])('calls the imbalance of %j %d %%', (counts, expected) => {
  expect(imbalance(counts)).toBeCloseTo(expected, 9);
});
