import { expect, test } from 'vitest';
import { pairedRatio, smallestPairedP } from './paired-ratio.ts';

const pairs = (ratios: readonly number[]) =>
  ratios.map((ratio, index) => ({ subject: ratio * 2 ** index, reference: 2 ** index }));

test('is the median of the ratios within pairs, not the ratio of the medians', () => {
  const estimate = pairedRatio(
    [
      { subject: 2, reference: 1 },
      { subject: 30, reference: 10 },
      { subject: 50, reference: 100 },
    ],
    1,
  );
  expect(estimate?.ratio).toBe(2);
  expect(estimate?.pairs).toBe(3);
});

test('interval of eleven ratios has the bounds of the exact bootstrap distribution', () => {
  // P(median of a resample ≤ k-th smallest) = P(Bin(11, k/11) ≥ 6) exactly, by hand or with
  // Python's fractions: 0.0072 at k = 2, 0.0512 at 3, 0.9488 at 8, 0.9928 at 9. The 2.5 % and
  // 97.5 % points of the distribution are therefore the third smallest and the third largest.
  const ratios = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];
  expect(pairedRatio(pairs(ratios), 3)).toMatchObject({ ratio: 0.95, low: 0.8, high: 1.1 });
});

test('one pair has an interval of no width and decides nothing', () => {
  expect(pairedRatio(pairs([1.5]), 1)).toEqual({ ratio: 1.5, low: 1.5, high: 1.5, p: 1, pairs: 1 });
});

test('three and five pairs reach from end to end and cannot fall below the sign test', () => {
  expect(pairedRatio(pairs([3, 5, 4]), 1)).toEqual({
    ratio: 4,
    low: 3,
    high: 5,
    p: 0.25,
    pairs: 3,
  });
  expect(pairedRatio(pairs([3, 5, 4, 7, 6]), 1)).toEqual({
    ratio: 5,
    low: 3,
    high: 7,
    p: 0.0625,
    pairs: 5,
  });
});

test('six pairs that agree can decide', () => {
  expect(pairedRatio(pairs([2, 2.1, 2.2, 2.3, 2.4, 2.5]), 1)?.p).toBe(0.03125);
});

test('with many pairs that agree, p is what 10,000 resamples can show', () => {
  // 2 / 10,001, above the 2 / 2^20 of the sign test.
  const agreeing = Array.from({ length: 20 }, (_, index) => 2 + index / 10);
  expect(pairedRatio(pairs(agreeing), 1)?.p).toBe(2 / 10_001);
});

test('pairs that disagree evenly are a tie', () => {
  expect(pairedRatio(pairs([0.9, 0.9, 0.9, 1.1, 1.1, 1.1]), 1)?.p).toBe(1);
});

test('identical values are a tie, identical ratios are not', () => {
  expect(pairedRatio(pairs(new Array<number>(12).fill(1)), 1)).toEqual({
    ratio: 1,
    low: 1,
    high: 1,
    p: 1,
    pairs: 12,
  });
  expect(pairedRatio(pairs(new Array<number>(12).fill(1.25)), 1)).toEqual({
    ratio: 1.25,
    low: 1.25,
    high: 1.25,
    p: 2 / 2 ** 12,
    pairs: 12,
  });
});

test('zeros and negative values have no ratio', () => {
  expect(pairedRatio([{ subject: 0, reference: 0 }], 1)).toBeNull();
  expect(pairedRatio([{ subject: 1, reference: 0 }], 1)).toBeNull();
  expect(pairedRatio([{ subject: 0, reference: 1 }], 1)).toBeNull();
  expect(pairedRatio([{ subject: -1, reference: 1 }], 1)).toBeNull();
  expect(pairedRatio([], 1)).toBeNull();
});

test('NaN is an error, not a missing ratio', () => {
  expect(() => pairedRatio([{ subject: Number.NaN, reference: 0 }], 1)).toThrow(RangeError);
});

test('is the same for the same seed', () => {
  const noisy = pairs([0.93, 1.01, 1.1, 0.87, 1.3, 0.99, 1.04, 1.2]);
  expect(pairedRatio(noisy, 11)).toEqual(pairedRatio(noisy, 11));
});

test('the smallest p is the one that pairs in full agreement get', () => {
  for (const count of [1, 3, 6, 12, 20]) {
    const agreeing = pairs(new Array<number>(count).fill(1.25));
    expect(smallestPairedP(count)).toBe(pairedRatio(agreeing, 1)?.p);
  }
  expect(smallestPairedP(6)).toBe(0.03125);
  expect(smallestPairedP(1000)).toBe(2 / 10_001);
});
