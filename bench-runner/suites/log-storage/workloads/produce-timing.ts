import type { ScenarioDefinition } from '../../../define/scenario.ts';

/**
 * Short trials, in every profile: at 3 GB/s, what bare calls reach here, warm-up and measurement
 * together write less than 2 GB. Seven blocks are the fewest with which three subjects can be told
 * apart: the sign test gives p ≥ 2^(1 − 7), times the 3 pairs that Holm's correction counts; eight
 * are the fewest for four.
 */
export const produceTiming = {
  quick: { blocks: 7 },
  standard: { blocks: 8, warmUpMs: 200, measureMs: 200 },
  full: { warmUpMs: 300, measureMs: 300 },
} satisfies ScenarioDefinition['timing'];
