import type { Caveat } from '../results/caveat.ts';
import type { ObservedLoad } from './observed-load.ts';
import { percent } from './percent.ts';

const most = 0.01;

/**
 * In force where more than 1 % of the lookups looked at came back empty: as many can make a rate
 * look 1 % higher at most, however fast they are answered.
 */
export function nothingFound({
  lookups,
  nothingFound: empty,
}: Pick<ObservedLoad, 'lookups' | 'nothingFound'>): Caveat | null {
  if (empty <= most * lookups) return null;
  return {
    code: 'nothing-found',
    detail: `${empty} of ${lookups} lookups looked at found nothing (${percent(empty / lookups)}), more than ${percent(most)}`,
  };
}
