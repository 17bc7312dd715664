import { expect, test } from 'vitest';
import { fewTrials } from './few-trials.ts';

test('is in force below ten', () => {
  expect(fewTrials(10)).toBeNull();
  expect(fewTrials(9)).toEqual({ code: 'few-trials', detail: '9 trials, fewer than 10' });
  expect(fewTrials(1)?.detail).toBe('1 trial, fewer than 10');
});
