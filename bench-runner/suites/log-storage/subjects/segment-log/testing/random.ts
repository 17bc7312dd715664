/**
 * A seeded generator, uniform in [0, 1): mulberry32 by Tommy Ettinger, with a period of 2^32.
 *
 * @param seed Any integer; the lower 32 bits count.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An integer from `from` to `to`, both included. */
export function between(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of some items. */
export function pick<const Item>(items: readonly Item[], random: () => number): Item {
  return items[between(random, 0, items.length - 1)] as Item;
}
