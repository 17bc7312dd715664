import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
  [0.1, '10 %'],
  [0.125, '12.5 %'],
  [0.0204, '2 %'],
  [1, '100 %'],
  [2.5, '250 %'],
])('%d is %s', (share, expected) => {
  expect(percent(share)).toBe(expected);
});
