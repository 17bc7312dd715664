import { expect, test } from 'vitest';
import { formatDay, formatDuration } from './dates.ts';

test('a moment is named by its day in UTC', () => {
  expect(formatDay('2026-11-20T23:59:59.000Z')).toBe('20 November 2026');
});

test.each([
  ['2026-11-20T09:00:42.400Z', '42 s'],
  ['2026-11-20T09:12:10.000Z', '12 min'],
  ['2026-11-20T10:05:00.000Z', '1 h 5 min'],
  ['2026-11-20T11:00:00.000Z', '2 h'],
])('from nine to %s took %s', (finishedAt, words) => {
  expect(formatDuration('2026-11-20T09:00:00.000Z', finishedAt)).toBe(words);
});
