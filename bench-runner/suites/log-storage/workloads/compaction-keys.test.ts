import { expect, it } from 'vitest';
import { messageKeys } from './compaction-keys.ts';

/** Park and Miller's generator. */
function generator(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it.each([0.3, 0.5, 0.7])(
  'gives a share of %d of the messages a newer one of their key',
  (share) => {
    const { keys, distinct, newest } = messageKeys(1_000, share, generator());
    expect(distinct).toBe(Math.round(1_000 * (1 - share)));
    expect(new Set(keys).size).toBe(distinct);
    expect(newest.reduce((sum, one) => sum + one, 0)).toBe(distinct);
  },
);

it('calls exactly the last message of each key its newest', () => {
  const { keys, newest } = messageKeys(500, 0.5, generator());
  const last = new Map([...keys].map((key, message) => [key, message]));
  for (const [message, key] of keys.entries()) {
    expect(newest[message]).toBe(last.get(key) === message ? 1 : 0);
  }
});

it('spreads duplicates over the whole log', () => {
  const { newest } = messageKeys(10_000, 0.5, generator());
  const half = newest.subarray(0, 5_000).reduce((sum, one) => sum + one, 0);
  // Old messages are more often superseded than new ones, and yet some of them stay.
  expect(half).toBeGreaterThan(1_000);
  expect(half).toBeLessThan(2_500);
});
