import { expect, test } from 'vitest';
import { formatQuantity, formatTick } from './quantity.ts';

test.each([
  [0, '0'],
  [7.5, '7.5 µs'],
  [999, '999 µs'],
  [1000, '1 ms'],
  [12_345, '12.35 ms'],
  [2_500_000, '2.5 s'],
])('%d µs reads %s', (value, text) => {
  expect(formatQuantity(value, 'µs')).toBe(text);
  expect(formatTick(value, 'µs')).toBe(text);
});

test.each([
  [0, '0'],
  [999, '999 ns'],
  [1240, '1.24 µs'],
  [12_345_000, '12.35 ms'],
  [2_500_000_000, '2.5 s'],
])('%d ns reads %s', (value, text) => {
  expect(formatQuantity(value, 'ns')).toBe(text);
  expect(formatTick(value, 'ns')).toBe(text);
});

test('half a microsecond stays one, as the axis counts in them', () => {
  expect(formatQuantity(0.5, 'µs')).toBe('0.5 µs');
});

test('any other figure keeps its unit, which an axis leaves to the caption', () => {
  expect(formatQuantity(21_300, 'requests/s')).toBe('21,300 requests/s');
  expect(formatTick(21_300, 'requests/s')).toBe('21,300');
});
