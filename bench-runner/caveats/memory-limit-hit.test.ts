import { expect, test } from 'vitest';
import { memoryLimitHit } from './memory-limit-hit.ts';

test('is in force from 98 % of the limit', () => {
  expect(memoryLimitHit(97 * 1024, 100 * 1024)).toBeNull();
  expect(memoryLimitHit(98 * 1024, 100 * 1024)).toEqual({
    code: 'memory-limit-hit',
    detail: 'resident memory of 98 KB at a limit of 100 KB',
  });
});

test('never without a limit', () => {
  expect(memoryLimitHit(1e15, null)).toBeNull();
});
