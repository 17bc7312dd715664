import type { Group } from '../results/schema.ts';

/**
 * How often the run found a subject different from itself: the A/A comparisons with an interval of
 * 95 % (6 pairs or more), and those among them whose interval excluded 1. One in twenty is
 * expected; many more say that trials depend on something the run does not control.
 */
export function falseAlarms(groups: readonly Group[]): { comparisons: number; alarms: number } {
  const judged = groups.filter(({ falseAlarm }) => falseAlarm !== null);
  return {
    comparisons: judged.length,
    alarms: judged.filter(({ falseAlarm }) => falseAlarm).length,
  };
}
