import { median } from './median.ts';

/** Batches looked at: the window of Georges et al. */
export const steadyWindow = 10;

/**
 * Whether batch times have stopped drifting: over the ten newest, the median of the newer five is
 * within 5 % of the median of the older five. Fewer than ten batches are never steady. Medians
 * let single pauses (a collection, an interrupt) pass, which the coefficient of variation of the
 * source does not. The criterion sees drift within the window only: a change that comes later, or
 * creeps by less than 5 % in ten batches, escapes it.
 *
 * Identical times are steady, and so are zeros; a rise from zero is not.
 *
 * Source: after A. Georges, D. Buytaert, L. Eeckhout, "Statistically Rigorous Java Performance
 * Evaluation", OOPSLA 2007, section 4.2; on its limits E. Barrett et al., "Virtual Machine Warmup
 * Blows Hot and Cold", OOPSLA 2017.
 *
 * @param batchTimes durations of batches of the same size, oldest first, in any unit.
 * @throws RangeError on a negative time or NaN in the window.
 */
export function isSteady(batchTimes: readonly number[]): boolean {
  if (batchTimes.length < steadyWindow) return false;
  const window = batchTimes.slice(-steadyWindow);
  for (const time of window) {
    if (!(time >= 0)) throw new RangeError(`Expected times of 0 or more, got ${time}.`);
  }
  const older = median(window.slice(0, steadyWindow / 2));
  const newer = median(window.slice(steadyWindow / 2));
  return Math.abs(newer - older) <= 0.05 * older;
}
