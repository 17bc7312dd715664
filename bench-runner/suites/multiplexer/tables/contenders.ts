import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';

/** Subjects that are bounds and no multiplexers: they are compared with, and win nothing. */
const references = new Set(['bare-writev']);

/** Multiplexers that were measured, in the order of their ranks. */
export function contendersOf(group: MeasuredGroup): string[] {
  return group.ranked.filter((subject) => !references.has(subject));
}

/** Contenders that no other contender was found better than, fastest first. */
export function bestOf(group: MeasuredGroup): string[] {
  return group.bestAmong(contendersOf(group));
}
