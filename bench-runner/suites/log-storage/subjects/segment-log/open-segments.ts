import { join } from 'node:path';
import { CorruptLogError, LogError } from './errors.ts';
import type { LogFiles } from './files.ts';
import { readIndexFiles } from './index-file.ts';
import { type SegmentFault, scanSegment } from './scan-segment.ts';
import {
  emptyState,
  Segment,
  type SegmentState,
  segmentName,
  segmentSuffix,
} from './segment.ts';

/** Suffix of what compaction has not put in place yet. */
export const compactedSuffix = '.compacted';

/** What opening a log had to put right. */
export interface Recovery {
  /** Bytes cut off the end because they were no whole batch. */
  cutBytes: number;
  /** Segments whose indexes were missing, stale or damaged and were made again. */
  rebuiltIndexes: number;
}

export interface OpenOptions {
  files: LogFiles;
  folder: string;
  intervalBytes: number;
  /** False leaves everything as it is and only stops reading where a segment is damaged. */
  writable: boolean;
  /**
   * The machine went down while the log was open: what was not synced may be missing anywhere, so
   * it is verified, and cut from its first fault on.
   */
  machineStopped: boolean;
}

/**
 * The segments of a folder in the order of their offsets, each with what its index files say or,
 * where they say nothing that fits, what the segment itself holds.
 *
 * @throws CorruptLogError where a segment is damaged or missing before its end.
 */
export function openSegments(options: OpenOptions): { segments: Segment[]; recovery: Recovery } {
  const { files, folder, writable } = options;
  const recovery: Recovery = { cutBytes: 0, rebuiltIndexes: 0 };
  const names = files.list(folder);
  if (writable) {
    for (const name of names) {
      if (name.endsWith(compactedSuffix)) files.remove(join(folder, name));
    }
  }
  const bases = names
    .filter((name) => /^\d{20}\.log$/.test(name))
    .map((name) => Number(name.slice(0, 20)))
    .sort((a, b) => a - b);
  const segments: Segment[] = [];
  let cut = false;
  for (const [place, base] of bases.entries()) {
    if (cut) {
      // Written after what the machine lost, so never acknowledged as synced.
      recovery.cutBytes += removeSegment(files, join(folder, segmentName(base)));
      continue;
    }
    const before = segments.at(-1);
    if (before && before.nextOffset !== base) missing(before, base, writable);
    const next = bases[place + 1];
    const segment = openSegment(options, base, next, recovery);
    segments.push(segment);
    cut = options.machineStopped && writable && next !== undefined && segment.nextOffset < next;
  }
  return { segments, recovery };
}

function openSegment(
  options: OpenOptions,
  base: number,
  nextBase: number | undefined,
  recovery: Recovery,
): Segment {
  const { files, folder, intervalBytes, writable, machineStopped } = options;
  const path = join(folder, segmentName(base));
  const fd = files.open(path + segmentSuffix, writable ? 'r+' : 'r');
  let adopted = false;
  try {
    const fileBytes = files.size(fd);
    const known = knownState(options, path, base, fileBytes);
    const state = known?.state ?? emptyState(base, intervalBytes);
    const fault =
      state.sizeBytes < fileBytes ? scanSegment(files, fd, base, fileBytes, state) : undefined;
    const isLast = nextBase === undefined;
    if (fault) {
      const tail = isLast && !fault.batchesBehind;
      if (writable && !tail && !machineStopped) throw corrupt(base, state, fault);
      if (!writable) state.fault = { position: fault.position, reason: fault.reason };
      else {
        files.truncate(fd, state.sizeBytes);
        recovery.cutBytes += fileBytes - state.sizeBytes;
      }
    }
    // A segment that only reading opens may end before the next one; reading tells so there.
    if (!writable && state.fault && nextBase !== undefined) state.nextOffset = nextBase;
    const segment = new Segment(files, folder, base, state, writable);
    if (known?.synced && state.sizeBytes === known.bytes) segment.syncedBytes = state.sizeBytes;
    if (known === undefined || known.bytes !== fileBytes || fault) {
      if (!isLast) recovery.rebuiltIndexes += 1;
      if (writable && !isLast) segment.writeIndexes();
    }
    if (!writable) {
      segment.adopt(fd);
      adopted = true;
    }
    return segment;
  } finally {
    if (!adopted) files.close(fd);
  }
}

/** What the index files know of the segment; undefined where they cannot be believed. */
function knownState(
  { files, intervalBytes, machineStopped }: OpenOptions,
  path: string,
  base: number,
  fileBytes: number,
): { state: SegmentState; bytes: number; synced: boolean } | undefined {
  const read = readIndexFiles(files, path, intervalBytes);
  if (read === undefined) return undefined;
  const { summary, index } = read;
  // A longer segment was compacted since; offsets of another one were copied here.
  if (summary.baseOffset !== base || summary.logBytes > fileBytes) return undefined;
  if (machineStopped && !summary.synced) return undefined;
  const { logBytes, nextOffset, records, newestTimestamp, synced } = summary;
  return {
    state: { sizeBytes: logBytes, nextOffset, records, newestTimestamp, index },
    bytes: logBytes,
    synced,
  };
}

function corrupt(base: number, state: SegmentState, fault: SegmentFault): CorruptLogError {
  const segment = segmentName(base) + segmentSuffix;
  return new CorruptLogError(
    { segment, position: fault.position, offset: state.nextOffset },
    fault.reason,
  );
}

function missing(before: Segment, base: number, writable: boolean): void {
  if (!writable) return;
  throw new CorruptLogError(
    { segment: before.name, position: before.sizeBytes, offset: before.nextOffset },
    `the next segment begins with offset ${base}, so what lies between is missing`,
  );
}

/** Removes a segment with its indexes; returns the bytes its file had. */
export function removeSegment(files: LogFiles, path: string): number {
  let bytes = 0;
  try {
    const fd = files.open(path + segmentSuffix, 'r');
    bytes = files.size(fd);
    files.close(fd);
  } catch (error) {
    throw new LogError('io', `could not look at ${path + segmentSuffix}`, { cause: error });
  }
  for (const suffix of [segmentSuffix, '.index', '.timeindex']) files.remove(path + suffix);
  return bytes;
}
