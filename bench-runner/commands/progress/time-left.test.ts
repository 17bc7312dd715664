import { describe, expect, it } from 'vitest';
import { formatDuration, TimeLeft } from './time-left.ts';

describe('TimeLeft', () => {
  it('is unknown before the first trial', () => {
    expect(new TimeLeft(0, 0).seconds(5_000, 0, 10)).toBeNull();
  });

  it('extends the pace so far to what is left', () => {
    // 4 trials in 8 s are 2 s a trial; 6 are left.
    expect(new TimeLeft(1_000, 0).seconds(9_000, 4, 10)).toBe(12);
  });

  it('does not count trials taken before a resume as this process’s pace', () => {
    // 2 new trials in 6 s; 10 − 7 are left.
    expect(new TimeLeft(0, 5).seconds(6_000, 7, 10)).toBe(9);
  });
});

describe('formatDuration', () => {
  it.each([
    [null, '–'],
    [0, '0:00'],
    [41.6, '0:42'],
    [725, '12:05'],
    [3_723, '1:02:03'],
  ])('%s s is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
