import type { Caveat } from '../results/caveat.ts';
import type { ObservedLoad } from './observed-load.ts';

/** In force for a load with any wrong answer among those looked at; tells the first. */
export function wrongAnswers(
  load: Pick<ObservedLoad, 'checked' | 'wrongAnswers' | 'firstWrongAnswer'>,
): Caveat | null {
  if (load.wrongAnswers === 0) return null;
  const first = load.firstWrongAnswer === null ? '' : `; the first: ${load.firstWrongAnswer}`;
  return {
    code: 'wrong-answers',
    detail: `${load.wrongAnswers} of ${load.checked} answers looked at were wrong${first}`,
  };
}
