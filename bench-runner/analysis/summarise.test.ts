import { expect, test } from 'vitest';
import type { Trial } from '../results/cases.ts';
import type { Metric } from '../results/schema.ts';
import { summarise as summariseWithSeed } from './summarise.ts';
import { histogramOf, latency, throughput, time, trial, trials } from './testing/raw-document.ts';

const summarise = (taken: readonly Trial[], metrics: readonly Metric[]) =>
  summariseWithSeed(taken, metrics, 7);

test('median and order-statistic interval of the trials of the subject, not of the control', () => {
  const taken = trials([12, 11, 16, 13, 15, 14], [900, 900]);
  expect(summarise(taken, [time, throughput])).toEqual({
    time: { n: 6, median: 13.5, low: 11, high: 16 },
  });
});

test('without six trials there is no interval', () => {
  expect(summarise(trials([3, 1, 2]), [time])).toEqual({
    time: { n: 3, median: 2, low: null, high: null },
  });
  expect(summarise(trials([3]), [time])).toEqual({
    time: { n: 1, median: 3, low: null, high: null },
  });
});

test('only the control measured means no summary', () => {
  expect(summarise(trials([], [1, 2]), [time])).toEqual({});
});

test('zeros have a median of zero', () => {
  expect(summarise(trials([0, 0, 0, 0, 0, 0]), [time])).toEqual({
    time: { n: 6, median: 0, low: 0, high: 0 },
  });
});

test('a histogram’s median is of all values, its interval of resampled trials', () => {
  // Five trials of the one value 10 to 14 and a sixth of 94 values of 50: of 99 values the 50th
  // is 50, and a third of all resamples of trials has none of them.
  const taken = [
    ...[10, 11, 12, 13, 14].map((value, block) => trial(block, { latency: histogramOf([value]) })),
    trial(5, { latency: histogramOf(new Array<number>(94).fill(50)) }),
  ];
  expect(summarise(taken, [latency]).latency).toMatchObject({
    n: 6,
    median: 50,
    low: 10,
    high: 50,
  });
});

test('an empty histogram is no trial', () => {
  const taken = [trial(0, { latency: histogramOf([]) }), trial(1, { latency: histogramOf([20]) })];
  expect(summarise(taken, [latency]).latency).toEqual({
    n: 1,
    median: 20,
    low: null,
    high: null,
    percentiles: [{ percentile: 100, value: 20, low: null, high: null }],
  });
  expect(summarise(taken.slice(0, 1), [latency])).toEqual({});
});

test('a sample of the wrong kind is an error', () => {
  expect(() => summarise([trial(0, { time: histogramOf([1]) })], [time])).toThrow('"time"');
  expect(() => summarise([trial(0, { latency: 1 })], [latency])).toThrow('"latency"');
});

test('a metric may be called constructor', () => {
  expect(summarise(trials([1]), [{ ...time, id: 'constructor' }])).toEqual({});
});

test('every percentile that enough values lie beyond has an interval, and the largest has none', () => {
  const taken = Array.from({ length: 12 }, (_, block) =>
    trial(block, {
      latency: histogramOf(Array.from({ length: 100 }, (_, index) => 101 + index + block)),
    }),
  );
  const percentiles = summarise(taken, [{ ...latency, percentiles: [50, 99, 99.7, 100] }]).latency
    ?.percentiles;
  const at = (wanted: number) => percentiles?.find(({ percentile }) => percentile === wanted);
  // Of 1,200 values 3.6 lie above p99.7. Trials are shifted by 1 each: p50 of the first is 150.
  expect(at(50)).toMatchObject({ value: 156, low: expect.any(Number) });
  expect(at(50)?.low).toBeGreaterThanOrEqual(150);
  expect(at(50)?.high).toBeLessThanOrEqual(161);
  expect(at(99)?.low).toBeLessThan(at(99)?.high ?? 0);
  expect(at(99.7)).toMatchObject({ low: null, high: null });
  expect(at(100)).toEqual({ percentile: 100, value: 211, low: null, high: null });
  expect(summarise(taken, [latency]).latency?.median).toBe(156);
});
