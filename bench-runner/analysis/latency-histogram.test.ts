import { expect, test } from 'vitest';
import { decodeHistogram, mergeHistograms, percentilesOf } from './latency-histogram.ts';
import { histogramOf } from './testing/raw-document.ts';

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const percentiles = (values: readonly number[]) => {
  const merged = mergeHistograms([histogramOf(values)]);
  return new Map(
    (merged ? percentilesOf(merged) : []).map(({ percentile, value }) => [percentile, value]),
  );
};

test('of the numbers 1 to 1,000 each percentile is its tenfold', () => {
  const found = percentiles(oneTo(1_000));
  expect(found.get(5)).toBe(50);
  expect(found.get(50)).toBe(500);
  expect(found.get(92.5)).toBe(925);
  expect(found.get(99.9)).toBe(999);
  expect(found.get(100)).toBe(1_000);
});

test('leaves out percentiles above which no value is expected', () => {
  // 99 % of 99 values leaves 0.99 above; of 100 it leaves 1.
  expect(percentiles(oneTo(99)).has(99)).toBe(false);
  expect(percentiles(oneTo(100)).has(99)).toBe(true);
  expect(percentiles(oneTo(1_000)).has(99.95)).toBe(false);
  expect([...percentiles([7])]).toEqual([[100, 7]]);
  expect(percentiles([]).size).toBe(0);
});

test('merging is recording together, not averaging percentiles', () => {
  // Ninety values of 1 and ten of 1,000: p50 is 1; the mean of the two p50s would be 500.5.
  const merged = mergeHistograms([
    histogramOf(new Array<number>(90).fill(1)),
    histogramOf(new Array<number>(10).fill(1_000)),
  ]);
  expect(merged?.totalCount).toBe(100);
  expect(merged?.getValueAtPercentile(50)).toBe(1);
  expect(merged?.getValueAtPercentile(95)).toBe(1_000);
});

test('merges a wider range into a narrower one', () => {
  const merged = mergeHistograms([histogramOf([1]), histogramOf([60_000_000])]);
  expect(merged?.totalCount).toBe(2);
  // Three significant digits.
  expect(Math.abs((merged?.maxValue ?? 0) / 60_000_000 - 1)).toBeLessThan(0.001);
});

test('nothing merges to nothing', () => {
  expect(mergeHistograms([])).toBeNull();
});

test('refuses another count than it holds, and what is no histogram', () => {
  expect(() => decodeHistogram({ ...histogramOf([1, 2]), count: 3 })).toThrow(
    '3 values and holds 2',
  );
  expect(() => decodeHistogram({ histogram: 'AAAA', count: 1 })).toThrow('cannot be decoded');
});
