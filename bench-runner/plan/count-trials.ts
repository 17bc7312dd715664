import type { PlannedGroup } from './plan.ts';

/** Trials of all blocks: in each, one a subject and one more for the A/A pair. */
export function trialCount(groups: readonly PlannedGroup[]): number {
  return groups.reduce(
    (sum, { subjects, baseline, timing }) =>
      sum + timing.blocks * (subjects.length + (subjects.includes(baseline) ? 1 : 0)),
    0,
  );
}
