import { expect, it } from 'vitest';
import { seededRandom } from '../../../statistics/seeded-random.ts';
import { cacheIteration } from './cache-mixture.ts';

const virtualUsers = 20;
const idOf = (path: string) => Number(/users\/(\d+)/.exec(path)?.[1]);

function play(mixture: string, iterations: number) {
  const next = cacheIteration(mixture, virtualUsers);
  const users = Array.from({ length: virtualUsers }, (_, index) => ({
    index,
    iteration: 0,
    random: seededRandom(index + 1),
  }));
  const cached = new Set(Array.from({ length: 1000 }, (_, index) => index + 1));
  let hits = 0;
  for (let turn = 0; turn < iterations; turn += 1) {
    const requests = users.map(next);
    // The worst order: every user invalidates before any reads.
    for (const [invalidated] of requests) cached.delete(idOf(invalidated.path));
    for (const [, read] of requests) {
      if (cached.has(idOf(read.path))) hits += 1;
      cached.add(idOf(read.path));
    }
  }
  return hits / (iterations * virtualUsers);
}

it.each([
  ['hits-0', 0],
  ['hits-100', 1],
])('%s gives that share of hits exactly, whatever the order', (mixture, share) => {
  expect(play(mixture, 100)).toBe(share);
});

it('hits half of the time where half is asked for', () => {
  expect(play('hits-50', 500)).toBeCloseTo(0.5, 1);
});

it('reads past the cache where there is none', () => {
  const [, read] = cacheIteration('no-cache', 1)({ index: 0, iteration: 0, random: () => 0.5 });
  expect(read.path).toMatch(/no-cache$/);
});

it('says what it does not know', () => {
  expect(() => cacheIteration('hits-7', 1)).toThrow(/Expected one of no-cache,hits-0/);
  expect(() => cacheIteration('hits-50', 501)).toThrow(/at most 500/);
});
