import type { MedianInterval } from '../../../define/tables/median-interval.ts';
import type { MeasuredCase } from '../../../results/cases.ts';
import type { Group } from '../../../results/schema.ts';
import { derived, type Source } from './derived.ts';

/** Where the time of an operation goes, as far as a trial's own figures tell it apart. */
export const shareKinds = ['kernel', 'own-code', 'checksum', 'collector', 'waiting'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** Shares of the time that its processors had, in %, and what they were computed from. */
export interface Shares {
  of: Partial<Record<ShareKind, MedianInterval>>;
  /** How much more one takes than another, in percentage points of the time. */
  difference(one: ShareKind, other: ShareKind): MedianInterval | undefined;
  cases: readonly MeasuredCase[];
}

/** Figures of one trial: times in ns an operation. */
interface Costs {
  time: number;
  cpu: number;
  system: number;
  collector: number;
  /** The same work with checksums left out; the time itself where that was not measured. */
  unverified: number;
}

const shareOf: Readonly<Record<ShareKind, (costs: Costs) => number>> = {
  kernel: ({ system, time }) => system / time,
  'own-code': ({ cpu, system, collector, unverified, time }) =>
    Math.max(0, cpu - system - collector - (time - unverified)) / time,
  checksum: ({ time, unverified }) => Math.max(0, time - unverified) / time,
  collector: ({ collector, time }) => collector / time,
  waiting: ({ cpu, time }) => Math.max(0, 1 - cpu / time),
};

/**
 * Shares of a case, from its trials' own time, CPU, CPU in the kernel and collector time. Undefined
 * where it reported none of them.
 *
 * @param processors that its threads could keep busy at once; the time is multiplied by them.
 * @param unverified the same case without checksums, if there is one.
 */
export function sharesOf(
  one: MeasuredCase,
  processors: number,
  unverified: MeasuredCase | undefined,
): Shares | undefined {
  const collects = one.summaries['collector-time-per-operation'] !== undefined;
  const sources: Source[] = [
    { of: one, metric: 'time-per-operation' },
    { of: one, metric: 'cpu-per-operation' },
    { of: one, metric: 'system-cpu-per-operation' },
    ...(collects ? [{ of: one, metric: 'collector-time-per-operation' }] : []),
    ...(unverified ? [{ of: unverified, metric: 'time-per-operation' }] : []),
  ];
  const percent = (share: (costs: Costs) => number) =>
    derived(sources, (time, cpu, system, ...rest) => {
      const [collector = 0, twin = time] = collects ? rest : [0, ...rest];
      const whole = time * processors;
      return (
        100 *
        share({
          time: whole,
          cpu: cpu * 1000,
          system: system * 1000,
          collector,
          unverified: twin * processors,
        })
      );
    });
  const known = shareKinds.filter(
    (kind) => (collects || kind !== 'collector') && (unverified || kind !== 'checksum'),
  );
  const of: Shares['of'] = {};
  for (const kind of known) {
    const share = percent(shareOf[kind]);
    if (share === undefined) return undefined;
    of[kind] = share;
  }
  return {
    of,
    difference: (kind, other) => percent((costs) => shareOf[kind](costs) - shareOf[other](costs)),
    cases: unverified ? [one, unverified] : [one],
  };
}

/** Threads that work at once in a case: its producers or consumers, or the trial's own thread. */
export function threadsOf(group: Pick<Group, 'scenario' | 'parameters'>): number {
  const { producers = 0, consumers = 0 } = group.parameters;
  return shareOneLog(group) ? 1 : Math.max(1, Number(producers) + Number(consumers));
}

/** Whether producers are one thread with one log, so that what waits at the same time shares a sync. */
export function shareOneLog({ scenario, parameters }: Pick<Group, 'scenario' | 'parameters'>) {
  return scenario === 'concurrent-producers' && parameters.durability === 'sync';
}
