import { systemFile } from './system-file.ts';

/**
 * File data that waits for the disk or is being written to it, as a share of where Linux begins to
 * hold up those who write: halfway between its two thresholds (`dirty_freerun_ceiling` in
 * mm/page-writeback.c). 0 or more, of the whole machine; null where the system does not tell.
 */
export function readDirtyShare(): number | null {
  if (process.platform !== 'linux') return null;
  const vmstat = systemFile('/proc/vmstat');
  return vmstat === null ? null : dirtyShareOf(vmstat);
}

/** The same from the text of `/proc/vmstat`, which counts pages. */
export function dirtyShareOf(vmstat: string): number | null {
  const pages = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(vmstat)?.[1]);
  const ceiling = (pages('nr_dirty_threshold') + pages('nr_dirty_background_threshold')) / 2;
  const share = (pages('nr_dirty') + pages('nr_writeback')) / ceiling;
  return Number.isFinite(share) ? share : null;
}
