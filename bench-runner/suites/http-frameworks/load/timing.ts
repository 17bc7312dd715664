import type { Timing } from '../../../define/scenario.ts';
import type { Profile } from '../../../results/schema.ts';

/**
 * Blocks and times of a scenario where it does not need others. A server needs longer to get warm
 * than a function does. Nine blocks are the fewest with which five subjects can be told apart: the
 * sign test gives p ≥ 2^(1 − 9), times the 10 pairs that Holm's correction counts.
 */
export const httpTiming = {
  quick: { blocks: 8, warmUpMs: 250, measureMs: 300 },
  standard: { blocks: 9, warmUpMs: 400, measureMs: 500 },
  full: { blocks: 15, warmUpMs: 1_000, measureMs: 2_000 },
} satisfies Record<Profile, Timing>;

/** As {@link httpTiming}, with what a scenario needs otherwise in the standard profile. */
export function standardTiming(standard: Partial<Timing>): Record<Profile, Timing> {
  return { ...httpTiming, standard: { ...httpTiming.standard, ...standard } };
}

/** Requests that write many rows take long: a trial must hold several of them. */
export function bulkTiming(standardBlocks: number): Record<Profile, Timing> {
  return {
    quick: httpTiming.quick,
    standard: { blocks: standardBlocks, warmUpMs: 350, measureMs: 1_000 },
    full: { blocks: 15, warmUpMs: 4_000, measureMs: 10_000 },
  };
}
