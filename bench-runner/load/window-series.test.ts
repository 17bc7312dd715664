import { expect, it } from 'vitest';
import { windowCount } from './window-series.ts';

it('cuts a measurement into about 40 windows of 0.1 to 1 s', () => {
  expect([1, 300, 2000, 4000, 10_000, 40_000, 300_000].map(windowCount)).toEqual([
    1, 3, 20, 40, 40, 40, 300,
  ]);
});
