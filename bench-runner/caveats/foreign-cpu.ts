import type { Caveat } from '../results/caveat.ts';
import { percent } from './percent.ts';

/**
 * In force for a trial during which other work used more than the gate.
 *
 * @param share of all processors, 0 to 1. @param gate the run's, 0 to 1.
 */
export function foreignCpu(share: number, gate: number): Caveat | null {
  if (share <= gate) return null;
  return {
    code: 'foreign-cpu',
    detail: `other work used ${percent(share)} of the processors; the gate is ${percent(gate)}`,
  };
}
