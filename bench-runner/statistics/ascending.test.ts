import { expect, test } from 'vitest';
import { ascending } from './ascending.ts';

test('sorts by number, not by text, and leaves the input alone', () => {
  const values = [10, 9, -1, 100];
  expect([...ascending(values)]).toEqual([-1, 9, 10, 100]);
  expect(values).toEqual([10, 9, -1, 100]);
});

test.each([[[]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY]]])('refuses %j', (values) => {
  expect(() => ascending(values)).toThrow(RangeError);
});

test('says which value is wrong', () => {
  expect(() => ascending([1, 2, Number.NaN])).toThrow('got NaN at index 2');
});
