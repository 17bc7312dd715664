import type { Timing } from '../../../define/scenario.ts';
import type { Profile } from '../../../results/schema.ts';

/**
 * Blocks and times of a scenario where it does not need others. The warm-up is a bound: it ends once
 * latencies are steady, which takes Node.js 1.0 to 1.8 s, since a server gets 5 to 15 times as fast
 * while its code is compiled. Nine blocks are the fewest with which five subjects can be told apart:
 * the sign test gives p ≥ 2^(1 − 9), times the 10 pairs that Holm's correction counts; six are the
 * fewest for two.
 */
export const httpTiming = {
  quick: { blocks: 6, warmUpMs: 3_000, measureMs: 300 },
  standard: { blocks: 9, warmUpMs: 3_000, measureMs: 500 },
  full: { blocks: 15, warmUpMs: 10_000, measureMs: 2_000 },
} satisfies Record<Profile, Timing>;

/** As {@link httpTiming}, with what a scenario needs otherwise in the standard profile. */
export function standardTiming(standard: Partial<Timing>): Record<Profile, Timing> {
  return { ...httpTiming, standard: { ...httpTiming.standard, ...standard } };
}

/** Requests that write many rows take long: a trial must hold several of them. */
export function bulkTiming(standardBlocks: number): Record<Profile, Timing> {
  return {
    quick: httpTiming.quick,
    standard: { blocks: standardBlocks, warmUpMs: 3_000, measureMs: 1_000 },
    full: { blocks: 15, warmUpMs: 4_000, measureMs: 10_000 },
  };
}
