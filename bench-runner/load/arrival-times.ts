import type { OpenLoad } from '../define/http-load.ts';

/**
 * Times at which iterations are due, in ms from the beginning, one a call. Constant: the first at
 * 0, then one every 1/rate. Poisson: gaps drawn from the exponential distribution by inversion.
 *
 * Source: L. Devroye, "Non-Uniform Random Variate Generation", Springer 1986, II.2.
 *
 * @param random uniform in [0, 1).
 * @throws RangeError on a rate that is not above 0.
 */
export function arrivalTimes(
  { perSecond, arrivals }: Pick<OpenLoad, 'perSecond' | 'arrivals'>,
  random: () => number,
): () => number {
  if (!(perSecond > 0 && Number.isFinite(perSecond))) {
    throw new RangeError(`Expected a rate above 0 iterations per second, got ${perSecond}.`);
  }
  const gapMs = 1000 / perSecond;
  if (arrivals === 'constant') {
    let next = 0;
    return () => {
      const time = next * gapMs;
      next += 1;
      return time;
    };
  }
  let time = 0;
  return () => {
    time -= Math.log(1 - random()) * gapMs;
    return time;
  };
}
