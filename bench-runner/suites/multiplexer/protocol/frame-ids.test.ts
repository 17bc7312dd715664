import { expect, it } from 'vitest';
import { FrameIds } from './frame-ids.ts';

it('counts from 1', () => {
  const ids = new FrameIds();
  expect([ids.next(), ids.next(), ids.next()]).toEqual([1, 2, 3]);
});

it('begins again at 0 behind the largest unsigned 32-bit integer', () => {
  const ids = new FrameIds(0xfffffffe);
  expect([ids.next(), ids.next(), ids.next()]).toEqual([0xffffffff, 0, 1]);
});
