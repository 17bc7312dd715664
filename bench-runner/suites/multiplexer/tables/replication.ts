/** A ratio measured here, with its 95 % interval and which way it was found to go, if any. */
export interface OwnRatio {
  low: number | null;
  high: number | null;
  /** Below 1, above 1, or not told apart from 1. */
  direction: 'lower' | 'higher' | 'none';
}

export type Replication =
  | 'replicates'
  | 'same-direction-larger'
  | 'same-direction-smaller'
  | 'not-found'
  | 'opposite'
  | 'undecided';

export const replicationLabels: Readonly<Record<Replication, string>> = {
  replicates: 'yes',
  'same-direction-larger': 'direction yes, size no: larger here',
  'same-direction-smaller': 'direction yes, size no: smaller here',
  'not-found': 'no: not found here',
  opposite: 'no: the other way round here',
  undecided: 'undecided',
};

/** Finding no difference says that two are equal only as far as the interval is narrow. */
const closeToOne = 1.25;

/**
 * Whether a published ratio replicates, from our interval alone; the published one has none.
 * It does if our interval holds it and we found the same direction; a published ratio of 1 does if
 * we found none and our interval stays between 0.8 and 1.25. An interval that holds both the published ratio and 1 decides nothing.
 */
export function replication(published: number, { low, high, direction }: OwnRatio): Replication {
  if (low === null || high === null) return 'undecided';
  const within = low <= published && published <= high;
  if (published === 1) {
    if (direction !== 'none') return 'opposite';
    return low >= 1 / closeToOne && high <= closeToOne ? 'replicates' : 'undecided';
  }
  if (direction === 'none') return within ? 'undecided' : 'not-found';
  const same = direction === (published < 1 ? 'lower' : 'higher');
  if (!same) return 'opposite';
  if (within) return 'replicates';
  const farther = published < 1 ? high < published : low > published;
  return farther ? 'same-direction-larger' : 'same-direction-smaller';
}
