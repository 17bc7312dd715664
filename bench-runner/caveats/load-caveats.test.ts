import { describe, expect, test } from 'vitest';
import { type CaveatCode, caveatCodes } from '../results/caveat.ts';
import { loadCaveats } from './load-caveats.ts';
import type { ObservedLoad } from './observed-load.ts';

/** 1,000 requests a second of 5 ms each: 5 in flight. */
const quiet: ObservedLoad = {
  seconds: 10,
  requests: 10_000,
  errors: {},
  checked: 100,
  wrongAnswers: 0,
  firstWrongAnswer: null,
  lookups: 100,
  nothingFound: 0,
  generatorCpuSeconds: 3,
  meanInFlight: 5,
  meanLatencyMicros: 5_000,
  iterations: 10_000,
  intendedIterations: 10_005,
  lateIterations: 0,
  warmedUp: true,
};

const detailOf = (code: CaveatCode, changes: Partial<ObservedLoad>) =>
  loadCaveats({ ...quiet, ...changes }).find((caveat) => caveat.code === code)?.detail;

test('a load that adds up has none', () => {
  expect(loadCaveats(quiet)).toEqual([]);
});

test('several stand in the order of the closed list', () => {
  const codes = loadCaveats({
    ...quiet,
    errors: { timeout: 1 },
    wrongAnswers: 1,
    generatorCpuSeconds: 9,
    meanInFlight: 50,
    nothingFound: 50,
    lateIterations: 5_000,
    warmedUp: false,
  }).map(({ code }) => code);
  expect(codes).toHaveLength(7);
  expect(codes).toEqual(caveatCodes.filter((code) => codes.includes(code)));
});

test('one failed request is enough, and each kind is named, the most frequent first', () => {
  expect(detailOf('errors', { errors: { 'status-500': 0 } })).toBeUndefined();
  expect(detailOf('errors', { requests: 999, errors: { 'status-500': 1 } })).toBe(
    '1 of 1000 requests failed (0.1 %): 1 status-500',
  );
  expect(
    detailOf('errors', { requests: 990, errors: { connection: 2, timeout: 5, 'status-500': 3 } }),
  ).toBe('10 of 1000 requests failed (1 %): 5 timeout, 3 status-500, 2 connection');
});

test('one wrong answer is enough', () => {
  expect(detailOf('wrong-answers', { wrongAnswers: 1, firstWrongAnswer: 'no id' })).toBe(
    '1 of 100 answers looked at were wrong; the first: no id',
  );
});

test.each([
  [8, undefined],
  [8.1, 'the load generator used 81 % of its processor, more than 80 %'],
])('a generator that used %d of 10 s: %s', (generatorCpuSeconds, detail) => {
  expect(detailOf('generator-saturated', { generatorCpuSeconds })).toBe(detail);
});

test.each([
  [5.25, undefined],
  [4.77, undefined],
  // 5 is 5.03 % less than 5.265 and 5.04 % more than 4.76.
  [5.265, '5.265 requests were in flight, and rate times latency is 5, 5 % apart'],
  [4.76, '4.76 requests were in flight, and rate times latency is 5, 5 % apart'],
  [10, '10 requests were in flight, and rate times latency is 5, 50 % apart'],
  [0, '0 requests were in flight, and rate times latency is 5'],
])('5 by Little’s law and %d in flight: %s', (meanInFlight, detail) => {
  expect(detailOf('littles-law', { meanInFlight })).toBe(detail);
});

test('what could not be sent was waiting, and counts for Little’s law', () => {
  // (10,000 + 2,000) / 10 s × 5 ms is 6.
  expect(detailOf('littles-law', { lateIterations: 2_000, meanInFlight: 6 })).toBeUndefined();
  expect(detailOf('littles-law', { lateIterations: 2_000 })).toMatch(/latency is 6/);
});

test('a trial without a warm-up is a cold start', () => {
  expect(detailOf('cold-start', { warmedUp: false })).toBe('measured from the first request on');
});

test.each([
  [200, 2, undefined],
  [200, 3, '3 of 200 lookups looked at found nothing (1.5 %), more than 1 %'],
  [0, 0, undefined],
])('of %d lookups %d without a find: %s', (lookups, nothingFound, detail) => {
  expect(detailOf('nothing-found', { lookups, nothingFound })).toBe(detail);
});

describe('offered load', () => {
  const found = (changes: Partial<ObservedLoad>) => detailOf('offered-load-not-reached', changes);

  test('99 % begun is enough, less is not', () => {
    const offered = { intendedIterations: 10_000, iterations: 9_900 };
    expect(found({ ...offered, lateIterations: 100 })).toBeUndefined();
    expect(found({ ...offered, lateIterations: 101 })).toBe(
      'of 10000 iterations offered, 9900 were carried out and 101 could not begin: 1 % short, more than 1 %',
    );
  });

  test('what is under way at the end is not missed', () => {
    // One iteration of two requests takes 1 s: 100 of 100 a second are under way.
    const slow = { seconds: 2, meanLatencyMicros: 500_000, intendedIterations: 200 };
    expect(found({ ...slow, iterations: 100, requests: 200 })).toBeUndefined();
    expect(found({ ...slow, iterations: 90, requests: 180 })).toMatch(/^of 200 .* 5 % short/);
  });

  test('what ended in an error is told as an error', () => {
    const failing = { iterations: 9_000, intendedIterations: 10_000 };
    expect(found({ ...failing, requests: 9_000 })).toMatch(/short/);
    expect(found({ ...failing, requests: 9_000, errors: { timeout: 1_000 } })).toBeUndefined();
  });

  test('a closed load is never short of what it begins, however slow', () => {
    // 4 users, iterations of 1 s in 3.5 s: 12 done, 4 under way.
    const closed = { seconds: 3.5, requests: 12, iterations: 12, meanLatencyMicros: 1e6 };
    expect(found({ ...closed, intendedIterations: 16 })).toBeUndefined();
    expect(found({ ...closed, requests: 3, iterations: 0, intendedIterations: 4 })).toBeUndefined();
  });
});
