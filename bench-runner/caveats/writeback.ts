import type { Caveat } from '../results/caveat.ts';
import { percent } from './percent.ts';

/**
 * In force for a trial during which so much file data waited for the disk that the kernel holds up
 * those who write.
 *
 * @param dirtyShare Largest share of where that begins, 0 or more; null where it is not told.
 */
export function writeback(dirtyShare: number | null): Caveat | null {
  if (dirtyShare === null || dirtyShare <= 1) return null;
  return {
    code: 'writeback',
    detail: `file data that waited for the disk reached ${percent(dirtyShare)} of where the kernel begins to hold up writers`,
  };
}
