import { expect, test } from 'vitest';
import { detectableRatio } from './detectable-ratio.ts';

test('is the widest reach of an interval from its ratio, either way', () => {
  // By hand: 2 / 1.6 = 1.25 and 2.2 / 2 = 1.1; 0.5 / 0.4 = 1.25 and 0.75 / 0.5 = 1.5.
  expect(detectableRatio([{ ratio: 2, low: 1.6, high: 2.2 }], 1.01)).toBe(1.25);
  expect(
    detectableRatio(
      [
        { ratio: 2, low: 1.6, high: 2.2 },
        { ratio: 0.5, low: 0.4, high: 0.75 },
      ],
      1.01,
    ),
  ).toBe(1.5);
});

test('is never below the noise floor', () => {
  expect(detectableRatio([{ ratio: 1, low: 1, high: 1 }], 1.08)).toBe(1.08);
  expect(detectableRatio([], 1.08)).toBe(1.08);
});

test('refuses what is no interval', () => {
  expect(() => detectableRatio([{ ratio: 1, low: 0, high: 2 }], 1)).toThrow(RangeError);
  expect(() => detectableRatio([{ ratio: Number.NaN, low: 1, high: 2 }], 1)).toThrow(RangeError);
  expect(() => detectableRatio([], 0.9)).toThrow(RangeError);
});
