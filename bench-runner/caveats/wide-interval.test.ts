import { expect, test } from 'vitest';
import { isWide, wideInterval } from './wide-interval.ts';

test.each([
  // Half the width over the median: 10 %, then just above.
  [{ median: 100, low: 90, high: 110 }, false],
  [{ median: 100, low: 90, high: 110.5 }, true],
  [{ median: 100, low: 99, high: 121 }, true],
  [{ median: -100, low: -101, high: -99 }, false],
  [{ median: 0, low: 0, high: 0 }, false],
  [{ median: 0, low: 0, high: 1 }, true],
  [{ median: 100, low: null, high: null }, false],
])('%j: %s', (summary, expected) => {
  expect(isWide(summary)).toBe(expected);
});

test('names the metrics that are wide and by how much', () => {
  expect(
    wideInterval([
      { metric: 'time', median: 100, low: 70, high: 120 },
      { metric: 'rate', median: 100, low: 99, high: 101 },
      { metric: 'bytes', median: 0, low: 0, high: 3 },
    ]),
  ).toEqual({
    code: 'wide-interval',
    detail: 'time: ±25 % of the median; bytes: an interval around a median of 0',
  });
  expect(wideInterval([{ metric: 'rate', median: 100, low: 99, high: 101 }])).toBeNull();
});
