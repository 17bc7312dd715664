import type { Caveat } from '../results/caveat.ts';
import { formatBytes } from '../results/format.ts';

/**
 * In force for a trial whose resident memory came to within 2 % of the control group's limit:
 * the kernel reclaims from there on, and resident memory never quite equals the limit.
 *
 * @param limitBytes null without a limit.
 */
export function memoryLimitHit(peakBytes: number, limitBytes: number | null): Caveat | null {
  if (limitBytes === null || peakBytes < 0.98 * limitBytes) return null;
  return {
    code: 'memory-limit-hit',
    detail: `resident memory of ${formatBytes(peakBytes)} at a limit of ${formatBytes(limitBytes)}`,
  };
}
