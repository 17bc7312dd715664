import { expect, test } from 'vitest';
import { summarise } from './summarise.ts';
import { histogramOf, latency, throughput, time, trial, trials } from './testing/raw-document.ts';

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

test('a histogram’s median is of all values, its interval of the trials’ medians', () => {
  // Five trials of the one value 10 to 14 and a sixth of 94 values of 50: of 99 values the 50th
  // is 50; the trials' medians reach from 10 to 50.
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
    percentiles: [{ percentile: 100, value: 20 }],
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
