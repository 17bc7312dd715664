import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';

/** The suite's own log, which tables are about. */
export const ours = 'segment-log';

/** Bounds that are no logs: bare file calls, from C where a compiler was found. */
const bareSubjects = ['bare-c', 'bare-file'];

/** The bare file calls that a group's figures are held against; undefined where it has none. */
export function bareOf(group: MeasuredGroup): string | undefined {
  return bareSubjects.find((subject) => group.measuredCase(subject) !== undefined);
}

/** Packages that do the same job, in the order of their ranks. */
export function peersOf(group: MeasuredGroup): string[] {
  return group.ranked.filter((subject) => subject !== ours && !bareSubjects.includes(subject));
}
