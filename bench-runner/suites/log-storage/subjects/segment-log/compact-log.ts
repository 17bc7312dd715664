import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompactionBuffers, compactSegment } from './compact-segment.ts';
import { CorruptLogError, fromSystem } from './errors.ts';
import { type LogFiles, writeAll } from './files.ts';
import { KeySet } from './key-set.ts';
import { compactedSuffix } from './open-segments.ts';
import type { CompactionReport } from './options.ts';
import { BatchBuffer } from './record-batch.ts';
import { type Segment, type SegmentState, segmentSuffix } from './segment.ts';

export interface CompactionOptions {
  files: LogFiles;
  folder: string;
  intervalBytes: number;
  /** Tombstones with an older timestamp are removed with what they withdraw, in ms. */
  tombstonesBefore: number;
  /** Whether what is put in place has to be on the disk first; may become so while it is written. */
  mustSync(): boolean;
}

/**
 * Compacts segments, given from the oldest to the newest. First each is written anew beside the old
 * one, from the newest to the oldest; then they are put in place, from the oldest to the newest. So
 * at every moment each record that goes has a newer one of its key in a segment that is in place,
 * and what a dropped tombstone withdrew is gone before it. Indexes come last: those of a file that
 * is not in place would say wrong things of the one that is.
 *
 * It works on one segment at a time and lets others run in between.
 */
export async function compactSegments(
  segments: readonly Segment[],
  options: CompactionOptions,
): Promise<CompactionReport> {
  const begun = performance.now();
  const seen = new KeySet();
  const buffers = new CompactionBuffers();
  const buffer = new BatchBuffer(1 << 16);
  const bytesBefore = sizeOf(segments);
  const written: Written[] = [];
  let recordsRemoved = 0;
  try {
    for (const segment of [...segments].reverse()) {
      readWhole(segment, buffer);
      const result = compactSegment(
        segment,
        buffer,
        seen,
        buffers,
        options.intervalBytes,
        options.tombstonesBefore,
      );
      if (result !== undefined) {
        recordsRemoved += result.recordsRemoved;
        written.push(write(segment, buffer, result.state, options));
      }
      segment.close();
      await nextTurn();
    }
  } catch (error) {
    for (const { segment } of written) removeQuietly(segment, options.files);
    throw fromSystem(error, 'compact the log');
  }
  putInPlace(written.reverse(), options);
  return {
    bytesBefore,
    bytesAfter: sizeOf(segments),
    recordsRemoved,
    distinctKeys: seen.size,
    keyTableBytes: seen.peakBytes,
    durationMs: performance.now() - begun,
  };
}

/** What will take a segment's place. */
interface Written {
  segment: Segment;
  state: SegmentState;
  synced: boolean;
}

function readWhole(segment: Segment, buffer: BatchBuffer): void {
  const read = segment.read(buffer, 0, segment.sizeBytes);
  if (read === segment.sizeBytes) return;
  throw new CorruptLogError(
    { segment: segment.name, position: read, offset: segment.baseOffset },
    `its file has ${read} of ${segment.sizeBytes} bytes`,
  );
}

function write(
  segment: Segment,
  buffer: BatchBuffer,
  state: SegmentState,
  { files, mustSync }: CompactionOptions,
): Written {
  const synced = mustSync();
  try {
    const fd = files.open(segment.path + compactedSuffix, 'w');
    try {
      writeAll(files, fd, buffer.bytes, state.sizeBytes, 0);
      if (synced) files.syncNow(fd);
    } finally {
      files.close(fd);
    }
  } catch (error) {
    removeQuietly(segment, files);
    throw error;
  }
  return { segment, state, synced };
}

function putInPlace(written: readonly Written[], options: CompactionOptions): void {
  const { files, folder, mustSync } = options;
  try {
    if (mustSync()) for (const each of written) syncWritten(each, files);
    for (const { segment, state, synced } of written) {
      files.rename(segment.path + compactedSuffix, segment.path + segmentSuffix);
      segment.replaced(state, synced);
    }
    if (mustSync() && written.length > 0) files.syncFolder(folder);
    for (const { segment } of written) segment.writeIndexes();
  } catch (error) {
    throw fromSystem(error, 'put compacted segments in place');
  }
}

function syncWritten(written: Written, files: LogFiles): void {
  if (written.synced) return;
  const fd = files.open(written.segment.path + compactedSuffix, 'r+');
  try {
    files.syncNow(fd);
    written.synced = true;
  } finally {
    files.close(fd);
  }
}

/** What stays is removed when the log is opened again. */
function removeQuietly(segment: Segment, files: LogFiles): void {
  try {
    files.remove(segment.path + compactedSuffix);
  } catch {
    // The error that led here is the one to tell.
  }
}

function sizeOf(segments: readonly Segment[]): number {
  return segments.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
}
