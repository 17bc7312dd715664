import type { Caveat } from '../results/caveat.ts';

const enough = 10;

/** In force below 10 trials: the interval is then the whole range, or absent below 6. */
export function fewTrials(trials: number): Caveat | null {
  if (trials >= enough) return null;
  const noun = trials === 1 ? 'trial' : 'trials';
  return { code: 'few-trials', detail: `${trials} ${noun}, fewer than ${enough}` };
}
