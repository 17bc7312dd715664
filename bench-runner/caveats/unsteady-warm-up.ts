import type { Caveat } from '../results/caveat.ts';

/** In force for a trial whose warm-up reached its bound before times of batches, or latencies, were steady. */
export function unsteadyWarmUp(steady: boolean): Caveat | null {
  if (steady) return null;
  return {
    code: 'unsteady-warm-up',
    detail: 'the warm-up reached its bound before times were steady',
  };
}
