import type { Timing } from '../define/scenario.ts';
import type { Profile } from '../results/schema.ts';

/** How long and how often a profile measures, where a scenario does not say otherwise. */
export type ProfileSettings = Timing;

/**
 * Fewer than ten blocks could not tell seven subjects apart however far they lie: the sign test
 * behind a verdict gives p ≥ 2^(1 − blocks), times the 21 pairs that Holm's correction counts.
 */
export const profileSettings: Record<Profile, ProfileSettings> = {
  quick: { blocks: 10, warmUpMs: 80, measureMs: 60 },
  standard: { blocks: 12, warmUpMs: 500, measureMs: 300 },
  full: { blocks: 31, warmUpMs: 2_000, measureMs: 1_000 },
};

/** Foreign CPU above which a trial is taken anew, as a share of all processors. */
export const foreignCpuGate = 0.1;

/** Times a trial is taken anew before it is kept with a caveat. */
export const maximumRetakes = 2;

/**
 * Retakes a run may make, as a share of its trials. On a machine that is never quiet every trial
 * would be taken three times otherwise; from here on disturbed trials are kept, with their caveat.
 */
export const retakeBudget = 0.25;
