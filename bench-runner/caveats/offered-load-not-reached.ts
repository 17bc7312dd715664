import type { Caveat } from '../results/caveat.ts';
import { errorsOf, type ObservedLoad } from './observed-load.ts';
import { percent } from './percent.ts';

const most = 0.01;

/**
 * In force where more than 1 % of the iterations that an open load offers could not begin, or were
 * not carried out although there was time. Below that, latencies still belong to the load that is
 * stated; above it the backlog grows with the length of the measurement and so do they.
 *
 * Iterations always end the measurement under way: as many as the offered rate times how long one
 * takes (Little's law) are not missed, nor those that ended in an error, which have a caveat of
 * their own. A closed load offers no more than it begins, and is never found wanting.
 */
export function offeredLoadNotReached(
  load: Pick<
    ObservedLoad,
    | 'seconds'
    | 'requests'
    | 'errors'
    | 'meanLatencyMicros'
    | 'iterations'
    | 'intendedIterations'
    | 'lateIterations'
  >,
): Caveat | null {
  const { iterations, intendedIterations: intended, lateIterations: late } = load;
  const iterationSeconds = (load.meanLatencyMicros / 1e6) * (load.requests / iterations);
  const underWay = (intended / load.seconds) * iterationSeconds;
  const missed = Math.max(late, intended - iterations - errorsOf(load) - underWay);
  if (!(missed > most * intended)) return null;
  return {
    code: 'offered-load-not-reached',
    detail: `of ${intended} iterations offered, ${iterations} were carried out and ${late} could not begin: ${percent(missed / intended)} short, more than ${percent(most)}`,
  };
}
