import type { PairedRatio } from '../../../define/tables/paired-ratio.ts';

/** What became of a published ratio here. */
export type Replication =
  | 'replicates'
  | 'larger'
  | 'smaller'
  | 'not-found'
  | 'opposite'
  | 'undecided';

export const replicationLabels = {
  replicates: 'yes',
  larger: 'direction yes, size no: larger here',
  smaller: 'direction yes, size no: smaller here',
  'not-found': 'no: not found here',
  opposite: 'no: the other way round here',
  undecided: 'undecided',
} as const satisfies Record<Replication, string>;

/**
 * Whether a published ratio above 1, or a range of such, was found again. It replicates where our
 * 95 % interval overlaps it and lies above 1. An interval that holds both 1 and the published ratio
 * decides nothing.
 */
export function replication(
  { low: least, high: most }: { low: number; high: number },
  { ratio, low, high }: PairedRatio,
  noiseFloor: number | null,
): Replication {
  if (low === null || high === null) return 'undecided';
  const overlaps = low <= most && high >= least;
  if (high < 1) return 'opposite';
  if (low <= 1) return overlaps ? 'undecided' : 'not-found';
  if (overlaps) return 'replicates';
  if (noiseFloor !== null && ratio <= noiseFloor) return 'not-found';
  return low > most ? 'larger' : 'smaller';
}
