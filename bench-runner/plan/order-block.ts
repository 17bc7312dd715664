import { derivedSeed } from '../statistics/derived-seed.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { shuffle } from '../statistics/shuffle.ts';
import type { PlannedGroup } from './plan.ts';

export interface PlannedTrial {
  subject: string;
  role: 'subject' | 'control';
}

/** The order of groups within a block, shuffled from the run's seed. */
export function orderGroups(groups: readonly PlannedGroup[], seed: number, block: number) {
  return shuffle(groups, seededRandom(derivedSeed(seed, `groups/${block}`)));
}

/**
 * The trials of one group in one block: every subject once and the baseline a second time as the
 * control of the A/A pair, shuffled so that drift and order hit all alike.
 */
export function orderTrials(group: PlannedGroup, seed: number, block: number): PlannedTrial[] {
  const trials: PlannedTrial[] = group.subjects.map((subject) => ({ subject, role: 'subject' }));
  if (group.subjects.includes(group.baseline)) {
    trials.push({ subject: group.baseline, role: 'control' });
  }
  return shuffle(trials, seededRandom(derivedSeed(seed, `trials/${group.key}/${block}`)));
}
