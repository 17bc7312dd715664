import type { ScenarioDefinition } from '../../../define/scenario.ts';

/**
 * Short trials, in every profile: at 3 GB/s, what bare calls reach here, warm-up and measurement
 * together write less than 2 GB.
 */
export const produceTiming = {
  standard: { blocks: 10, warmUpMs: 200, measureMs: 200 },
  full: { warmUpMs: 300, measureMs: 300 },
} satisfies ScenarioDefinition['timing'];
