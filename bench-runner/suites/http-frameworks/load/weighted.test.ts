import { expect, it } from 'vitest';
import { drawInteger } from './draw.ts';
import { weightedDraw } from './weighted.ts';

/** Numbers that lie evenly in [0, 1). */
function even(count: number): () => number {
  let next = -1;
  return () => {
    next = (next + 1) % count;
    return (next + 0.5) / count;
  };
}

it('draws each value as often as its weight says', () => {
  const draw = weightedDraw([
    { value: 'a', weight: 5 },
    { value: 'b', weight: 15 },
    { value: 'never', weight: 0 },
    { value: 'c', weight: 80 },
  ]);
  const random = even(1000);
  const counts: Record<string, number> = {};
  for (let drawn = 0; drawn < 1000; drawn += 1) {
    const value = draw(random);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  expect(counts).toEqual({ a: 50, b: 150, c: 800 });
});

it('refuses to draw from nothing', () => {
  expect(() => weightedDraw([{ value: 'a', weight: 0 }])).toThrow(/positive weight/);
});

it('draws whole numbers with both bounds', () => {
  const random = even(10);
  const drawn = Array.from({ length: 10 }, () => drawInteger(random, 3, 7));
  expect(drawn).toEqual([3, 3, 4, 4, 5, 5, 6, 6, 7, 7]);
});
