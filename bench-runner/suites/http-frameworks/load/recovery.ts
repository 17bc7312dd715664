import type { LoadWindow } from '../../../define/http-load.ts';
import { medianP95 } from './drift.ts';

/** Levels of virtual users, as shares of the measured time. */
export interface Spike {
  before: { users: number; share: number };
  spike: { users: number; share: number };
  after: { users: number; share: number };
}

/** Latency counts as recovered within this factor of the first level. */
const recovered = 1.5;

type Window = Pick<LoadWindow, 'startSeconds' | 'seconds' | 'p95'>;

/**
 * What a spike did to latency, by metric id, from windows of the measured time. Latencies are in µs,
 * each the median of its windows' 95th percentiles; `recovery-time` is in ms, from the end of the
 * spike to the end of the first window whose 95th percentile is within 1.5 times the first level, so
 * that it is told to the length of a window. If there is none, it is the time that was left.
 *
 * A window counts to the level in which all of it lies. A level without one has no latency.
 */
export function recovery(
  windows: readonly Window[],
  { before, spike }: Spike,
  seconds: number,
): Record<string, number> {
  const begins = before.share * seconds;
  const ends = (before.share + spike.share) * seconds;
  const after = within(windows, ends, seconds);
  const first = medianP95(within(windows, 0, begins));
  const calm =
    first === undefined
      ? undefined
      : after.find(({ p95 }) => p95 !== null && p95 <= recovered * first);
  return {
    ...given('latency-p95-before', first),
    ...given('latency-p95-spike', medianP95(within(windows, begins, ends))),
    ...given('latency-p95-after', medianP95(after)),
    'recovery-time':
      1000 * ((calm === undefined ? seconds : calm.startSeconds + calm.seconds) - ends),
  };
}

/** Clocks of the schedule and of the windows differ by less than this, in s. */
const tolerance = 0.005;

function within(windows: readonly Window[], from: number, to: number): Window[] {
  return windows.filter(
    ({ startSeconds, seconds }) =>
      startSeconds >= from - tolerance && startSeconds + seconds <= to + tolerance,
  );
}

function given(metric: string, value: number | undefined): Record<string, number> {
  return value === undefined ? {} : { [metric]: value };
}
