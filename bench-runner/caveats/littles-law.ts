import type { Caveat } from '../results/caveat.ts';
import { formatNumber } from '../results/format.ts';
import type { ObservedLoad } from './observed-load.ts';
import { percent } from './percent.ts';

const widest = 0.05;

/**
 * In force where the mean number of requests in flight, by the generator's own clock, differs from
 * rate times mean latency by more than 5 %. What an open load could not send has a latency and was
 * waiting, so that it counts in both. Time that failed requests took is in flight and has no
 * latency: many failures break the law too.
 *
 * Source: J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9 (1961)
 * 383-387; over a finite time the law holds exactly where nothing is in flight at either end, which
 * is how the generator counts.
 */
export function littlesLaw(
  load: Pick<
    ObservedLoad,
    'seconds' | 'requests' | 'lateIterations' | 'meanInFlight' | 'meanLatencyMicros'
  >,
): Caveat | null {
  const rate = (load.requests + load.lateIterations) / load.seconds;
  const expected = (rate * load.meanLatencyMicros) / 1e6;
  const gap = Math.abs(expected - load.meanInFlight);
  if (gap <= widest * load.meanInFlight) return null;
  const [inFlight, product] = [load.meanInFlight, expected].map((value) =>
    formatNumber(Number(value.toPrecision(4))),
  );
  const off = load.meanInFlight > 0 ? `, ${percent(gap / load.meanInFlight)} apart` : '';
  return {
    code: 'littles-law',
    detail: `${inFlight} requests were in flight, and rate times latency is ${product}${off}`,
  };
}
