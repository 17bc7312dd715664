import type { Caveat } from '../results/caveat.ts';
import type { ObservedLoad } from './observed-load.ts';
import { percent } from './percent.ts';

const most = 0.8;

/**
 * In force where the load generator used more than 80 % of one processor: it runs on one thread, and
 * beyond that its own queue is part of every latency.
 */
export function generatorSaturated({
  generatorCpuSeconds,
  seconds,
}: Pick<ObservedLoad, 'generatorCpuSeconds' | 'seconds'>): Caveat | null {
  const share = generatorCpuSeconds / seconds;
  if (share <= most) return null;
  return {
    code: 'generator-saturated',
    detail: `the load generator used ${percent(share)} of its processor, more than ${percent(most)}`,
  };
}
