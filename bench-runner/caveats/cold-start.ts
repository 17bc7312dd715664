import type { Caveat } from '../results/caveat.ts';

/** In force for a trial without a warm-up. */
export function coldStart(warmedUp: boolean): Caveat | null {
  return warmedUp ? null : { code: 'cold-start', detail: 'measured from the first request on' };
}
