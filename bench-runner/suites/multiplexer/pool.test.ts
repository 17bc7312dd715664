import { expect, it } from 'vitest';
import { bufferPool } from './pool.ts';

it('lends a returned buffer again', () => {
  const pool = bufferPool(16, 4);
  const first = pool.take();
  first.release();
  expect(pool.take()).toBe(first);
});

it('never lends a buffer twice at once', () => {
  const pool = bufferPool(16, 4);
  const lent = new Set([pool.take(), pool.take(), pool.take()]);
  expect(lent.size).toBe(3);
});

it('keeps no more idle buffers than it may', () => {
  const pool = bufferPool(16, 2);
  const lent = [pool.take(), pool.take(), pool.take()];
  for (const { release } of lent) release();
  expect(pool.idle).toBe(2);
});
