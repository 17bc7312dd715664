import { expect, test } from 'vitest';
import type { Group } from '../results/schema.ts';
import { falseAlarms } from './false-alarms.ts';

const group = (falseAlarm: boolean | null): Group => ({
  scenario: 'write',
  parameters: {},
  noiseFloor: null,
  falseAlarm,
  detectableRatio: null,
  comparisons: [],
  ranks: [],
});

test('counts what was judged and what was false', () => {
  expect(falseAlarms([group(true), group(false), group(null), group(false)])).toEqual({
    comparisons: 3,
    alarms: 1,
  });
  expect(falseAlarms([])).toEqual({ comparisons: 0, alarms: 0 });
});
