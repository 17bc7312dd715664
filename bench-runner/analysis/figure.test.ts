import { expect, test } from 'vitest';
import { figureOf } from './figure.ts';
import { histogramOf } from './testing/raw-document.ts';

test('is the number, or the 50th percentile of the histogram', () => {
  expect(figureOf(0)).toBe(0);
  expect(figureOf(67.31)).toBe(67.31);
  expect(figureOf(histogramOf([10, 20, 30]))).toBe(20);
});

test('is null without a sample or any value', () => {
  expect(figureOf(undefined)).toBeNull();
  expect(figureOf(histogramOf([]))).toBeNull();
});
