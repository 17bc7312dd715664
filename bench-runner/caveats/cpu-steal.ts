import type { Caveat } from '../results/caveat.ts';
import { percent } from './percent.ts';

const most = 0.02;

/** In force for a trial with more than 2 % of CPU time withheld; null where it is not told. */
export function cpuSteal(share: number | null): Caveat | null {
  if (share === null || share <= most) return null;
  return {
    code: 'cpu-steal',
    detail: `the hypervisor withheld ${percent(share)} of CPU time, more than ${percent(most)}`,
  };
}
