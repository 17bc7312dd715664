import { fromSystem } from './errors.ts';
import { type LogFiles, writeAllAside } from './files.ts';
import { compactedSuffix } from './open-segments.ts';
import type { BatchBuffer } from './record-batch.ts';
import { type Segment, type SegmentState, segmentSuffix } from './segment.ts';

/** What will take a segment's place: a file beside it. */
export interface Replacement {
  segment: Segment;
  state: SegmentState;
  synced: boolean;
}

export interface ReplacementOptions {
  files: LogFiles;
  folder: string;
  /** Whether what is put in place has to be on the disk first; may become so while it is written. */
  mustSync(): boolean;
}

/** Writes what is left of a segment beside it; a file that cannot be written whole is removed. */
export async function writeReplacement(
  segment: Segment,
  buffer: BatchBuffer,
  state: SegmentState,
  { files, mustSync }: ReplacementOptions,
): Promise<Replacement> {
  const synced = mustSync();
  try {
    const fd = files.open(segment.path + compactedSuffix, 'w');
    try {
      await writeAllAside(files, fd, buffer.bytes, state.sizeBytes);
      if (synced) await files.sync(fd);
    } finally {
      files.close(fd);
    }
  } catch (error) {
    removeQuietly(segment, files);
    throw error;
  }
  return { segment, state, synced };
}

/** What stays is removed when the log is opened again. */
export function removeReplacements(written: readonly Replacement[], files: LogFiles): void {
  for (const { segment } of written) removeQuietly(segment, files);
}

/**
 * Has files take the place of their segments, in the order given, and writes the indexes. All but
 * freeing the space of the old files happens in one turn of the event loop, so that nobody asks for
 * a sync in between.
 */
export async function putInPlace(
  written: readonly Replacement[],
  { files, folder, mustSync }: ReplacementOptions,
): Promise<void> {
  const freed: Promise<void>[] = [];
  try {
    if (mustSync()) for (const each of written) syncWritten(each, files);
    for (const { segment, state, synced } of written) {
      const old = holdOpen(segment, files, freed.length);
      try {
        files.rename(segment.path + compactedSuffix, segment.path + segmentSuffix);
      } finally {
        if (old !== undefined) freed.push(files.closeAside(old));
      }
      segment.replaced(state, synced);
    }
    if (mustSync() && written.length > 0) files.syncFolder(folder);
    for (const { segment } of written) segment.writeIndexes();
  } catch (error) {
    throw fromSystem(error, 'put compacted segments in place');
  } finally {
    await Promise.allSettled(freed);
  }
}

/** Most old files that are held open, each of which takes a descriptor. */
const mostHeld = 256;

/**
 * Holds a file open that is about to be replaced: its space is freed when it is closed, which other
 * threads can do, and not when another takes its name.
 */
function holdOpen(segment: Segment, files: LogFiles, held: number): number | undefined {
  if (held >= mostHeld) return undefined;
  try {
    return files.open(segment.path + segmentSuffix, 'r');
  } catch {
    // Then its space is freed at once.
    return undefined;
  }
}

function syncWritten(written: Replacement, files: LogFiles): void {
  if (written.synced) return;
  const fd = files.open(written.segment.path + compactedSuffix, 'r+');
  try {
    files.syncNow(fd);
    written.synced = true;
  } finally {
    files.close(fd);
  }
}

function removeQuietly(segment: Segment, files: LogFiles): void {
  try {
    files.remove(segment.path + compactedSuffix);
  } catch {
    // The error that led here is the one to tell.
  }
}
