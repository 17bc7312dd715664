import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompactionBuffers, compactSegment } from './compact-segment.ts';
import { fromSystem } from './errors.ts';
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
  /** Whether what is put in place has to be on the disk first. */
  sync: boolean;
}

/**
 * Compacts segments, given from the oldest to the newest. First each is written anew beside the old
 * one, from the newest to the oldest; then they are put in place, from the oldest to the newest. So
 * at every moment each record that goes has a newer one of its key in a segment that is in place,
 * and what a dropped tombstone withdrew is gone before it.
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
  const written: { segment: Segment; state: SegmentState }[] = [];
  let recordsRemoved = 0;
  try {
    for (const segment of [...segments].reverse()) {
      segment.read(buffer, 0, segment.sizeBytes);
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
        write(segment, buffer, result.state, options);
        written.push({ segment, state: result.state });
      }
      segment.close();
      await nextTurn();
    }
  } catch (error) {
    for (const { segment } of written) options.files.remove(segment.path + compactedSuffix);
    throw fromSystem(error, 'compact the log');
  }
  for (const { segment, state } of written.reverse()) putInPlace(segment, state, options);
  if (options.sync && written.length > 0) options.files.syncFolder(options.folder);
  return {
    bytesBefore,
    bytesAfter: sizeOf(segments),
    recordsRemoved,
    distinctKeys: seen.size,
    keyTableBytes: seen.peakBytes,
    durationMs: performance.now() - begun,
  };
}

function write(
  segment: Segment,
  buffer: BatchBuffer,
  state: SegmentState,
  { files, sync }: CompactionOptions,
): void {
  const fd = files.open(segment.path + compactedSuffix, 'w');
  try {
    writeAll(files, fd, buffer.bytes, state.sizeBytes, 0);
    if (sync) files.syncNow(fd);
  } catch (error) {
    files.remove(segment.path + compactedSuffix);
    throw error;
  } finally {
    files.close(fd);
  }
}

function putInPlace(segment: Segment, state: SegmentState, options: CompactionOptions): void {
  const { files, sync } = options;
  try {
    files.rename(segment.path + compactedSuffix, segment.path + segmentSuffix);
  } catch (error) {
    throw fromSystem(error, `put the compacted ${segment.name} in place`);
  }
  segment.replaced(state, sync);
  segment.writeIndexes();
}

function sizeOf(segments: readonly Segment[]): number {
  return segments.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
}
