import type { PlannedGroup } from './plan.ts';

/** Trials of one block of every group: a trial a subject and one more for the A/A pair. */
export function trialCount(groups: readonly PlannedGroup[]): number {
  return groups.reduce(
    (sum, { subjects, baseline }) => sum + subjects.length + (subjects.includes(baseline) ? 1 : 0),
    0,
  );
}
