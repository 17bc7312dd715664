import { expect, test } from 'vitest';
import { isSteady } from './steady-state.ts';

test('medians of the halves 100 and 105 are steady, 100 and 106 are not', () => {
  expect(isSteady([90, 95, 100, 105, 110, 95, 100, 105, 110, 115])).toBe(true);
  expect(isSteady([90, 95, 100, 105, 110, 96, 101, 106, 111, 116])).toBe(false);
  expect(isSteady([96, 101, 106, 111, 116, 90, 95, 100, 105, 110])).toBe(false);
});

test('code that is still being compiled is not steady', () => {
  expect(isSteady([900, 700, 500, 400, 300, 250, 220, 200, 190, 180])).toBe(false);
});

test('only the ten newest count', () => {
  expect(isSteady([900, 700, 500, ...new Array<number>(10).fill(100)])).toBe(true);
});

test('two pauses in each half pass', () => {
  expect(isSteady([100, 100, 900, 100, 800, 100, 900, 100, 900, 100])).toBe(true);
});

test('nine batches are too few, however alike', () => {
  expect(isSteady(new Array<number>(9).fill(100))).toBe(false);
  expect(isSteady([])).toBe(false);
});

test('zeros are steady, a rise from zero is not', () => {
  expect(isSteady(new Array<number>(10).fill(0))).toBe(true);
  expect(isSteady([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])).toBe(false);
});

test.each([-1, Number.NaN])('refuses a time of %d', (time) => {
  expect(() => isSteady([...new Array<number>(9).fill(1), time])).toThrow(RangeError);
});
