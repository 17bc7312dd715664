import type { Caveat } from '../results/caveat.ts';
import { percent } from './percent.ts';

const most = 0.01;

/**
 * In force for a trial in which timer readings may be off by more than 1 % of a batch.
 *
 * @param batchNs mean length of a batch in ns, above 0; null where a foreign program timed itself.
 * @param timerNs cost and resolution of the readings around a batch in ns; null as above.
 */
export function timerResolution(batchNs: number | null, timerNs: number | null): Caveat | null {
  if (batchNs === null || timerNs === null || timerNs <= most * batchNs) return null;
  const share = batchNs > 0 ? `${percent(timerNs / batchNs)} of a batch` : 'a batch of no length';
  return {
    code: 'timer-resolution',
    detail: `timer readings may be off by ${share}, more than ${percent(most)}`,
  };
}
