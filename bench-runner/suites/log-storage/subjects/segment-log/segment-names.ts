import { dirname } from 'node:path';
import { fromSystem } from './errors.ts';
import type { LogFiles } from './files.ts';
import { Segment, segmentSuffix } from './segment.ts';

/** Brings the names of a log's segments and of its folder to the disk. */
export function syncNames(files: LogFiles, folder: string): void {
  files.syncFolder(folder);
  try {
    files.syncFolder(dirname(folder));
  } catch (error) {
    // A folder above that may not be read cannot be opened to be synced.
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
  }
}

/**
 * An empty segment whose name is on the disk.
 * @throws LogError after which there is no such segment, so that it can be made again.
 */
export function createSynced(
  files: LogFiles,
  folder: string,
  baseOffset: number,
  intervalBytes: number,
): Segment {
  const segment = Segment.create(files, folder, baseOffset, intervalBytes);
  try {
    files.syncFolder(folder);
  } catch (error) {
    segment.close();
    try {
      files.remove(segment.path + segmentSuffix);
    } catch {
      // The error that led here is the one to tell.
    }
    throw fromSystem(error, `create ${segment.name}`);
  }
  return segment;
}
