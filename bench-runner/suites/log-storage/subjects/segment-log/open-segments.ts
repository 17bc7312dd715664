import { join } from 'node:path';
import { CorruptLogError, fromSystem } from './errors.ts';
import { type LogFiles, readAll } from './files.ts';
import {
  offsetIndexSuffix,
  readIndexFiles,
  type SegmentSummary,
  timeIndexSuffix,
} from './index-file.ts';
import { BatchBuffer, batchHeadBytes, checksumIn, lengthOf } from './record-batch.ts';
import { type SegmentFault, scanSegment } from './scan-segment.ts';
import { emptyState, Segment, type SegmentState, segmentName, segmentSuffix } from './segment.ts';

/** Suffix of what compaction has not put in place yet. */
export const compactedSuffix = '.compacted';

/** What opening a log had to put right. */
export interface Recovery {
  /** Bytes cut off the end because they were no whole batch. */
  cutBytes: number;
  /** Segments whose indexes were missing, stale or damaged and were made again. */
  rebuiltIndexes: number;
}

interface OpenedSegments {
  segments: Segment[];
  recovery: Recovery;
}

interface OpenOptions {
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
function openSegments(options: OpenOptions): OpenedSegments {
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
  try {
    for (const [place, base] of bases.entries()) {
      const before = segments.at(-1);
      if (before && before.nextOffset !== base) missing(before, base, writable);
      const next = bases[place + 1];
      const segment = openSegment(options, base, next, recovery);
      segments.push(segment);
      if (next === undefined || segment.nextOffset >= next) continue;
      if (!options.machineStopped || !writable) continue;
      // Written after what the machine lost, so never acknowledged as synced.
      for (const lost of bases.slice(place + 1)) removeLost(options, lost, recovery);
      // Else they could come back behind what is appended from now on.
      files.syncFolder(folder);
      break;
    }
  } catch (error) {
    for (const segment of segments) segment.close();
    throw error;
  }
  return { segments, recovery };
}

/** The segments of a log that nobody else writes to. Errors as of `openSegments`. */
export function openForWriting(
  files: LogFiles,
  folder: string,
  intervalBytes: number,
  machineStopped: boolean,
): OpenedSegments {
  return openSegments({ files, folder, intervalBytes, writable: true, machineStopped });
}

/** Times a log that is only read is looked at while its writer changes it. */
const looks = 20;

/**
 * The segments of a log that another process may write to, roll, compact and delete from meanwhile:
 * what looks damaged, has gone or has come meanwhile is looked at again. Without that, a record might
 * have gone for a newer one in a segment that was not seen.
 */
export function openForReading(
  files: LogFiles,
  folder: string,
  intervalBytes: number,
): OpenedSegments {
  const options = { files, folder, intervalBytes, writable: false, machineStopped: false };
  for (let look = 1; ; look += 1) {
    try {
      const names = segmentNames(files, folder);
      const opened = openSegments(options);
      const isWhole =
        !opened.segments.some(({ fault }) => fault) && names === segmentNames(files, folder);
      if (isWhole || look === looks) return opened;
      for (const segment of opened.segments) segment.close();
    } catch (error) {
      if (look === looks || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

function segmentNames(files: LogFiles, folder: string): string {
  const names = files.list(folder).filter((name) => name.endsWith(segmentSuffix));
  return names.sort().join();
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
    const known = knownState(options, path, base, fd, fileBytes);
    const state = known?.state ?? emptyState(base, intervalBytes);
    const fault =
      state.sizeBytes < fileBytes ? scanSegment(files, fd, base, fileBytes, state) : undefined;
    const isLast = nextBase === undefined;
    if (fault) {
      const isTail = isLast && !fault.batchesBehind;
      if (writable && !isTail && !machineStopped) throw corrupt(base, state, fault);
      if (writable) {
        files.truncate(fd, state.sizeBytes);
        recovery.cutBytes += fileBytes - state.sizeBytes;
      } else if (!isTail) {
        // What a writer is appending at this moment looks like a tail that was cut short.
        state.fault = { position: fault.position, reason: fault.reason };
      }
    }
    const segment = new Segment(files, folder, base, state, writable);
    if (known?.synced) segment.syncedBytes = known.bytes;
    segment.isPromised = state.sizeBytes > 0 && (known === undefined || known.synced);
    segment.indexSaysSynced = known?.synced === true && state.sizeBytes === known.bytes;
    if (known === undefined || known.bytes !== fileBytes || fault) {
      if (!isLast) recovery.rebuiltIndexes += 1;
      if (writable && !isLast) segment.writeIndexes();
    }
    if (writable && isLast && known === undefined) removeIndexes(files, path);
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
  fd: number,
  fileBytes: number,
): { state: SegmentState; bytes: number; synced: boolean } | undefined {
  const read = readIndexFiles(files, path, intervalBytes);
  if (read === undefined) return undefined;
  const { summary, index } = read;
  // A longer segment was compacted since; offsets of another one were copied here.
  if (summary.baseOffset !== base || summary.logBytes > fileBytes) return undefined;
  if (machineStopped && !summary.synced) return undefined;
  if (!hasLastBatch(files, fd, summary)) return undefined;
  const { logBytes: sizeBytes, synced, baseOffset: _, ...rest } = summary;
  return { state: { sizeBytes, ...rest, index }, bytes: sizeBytes, synced };
}

/**
 * Whether a file has the batch that its indexes have last where they say. Of indexes that outlived
 * a compaction, by a power failure, it has not: taking anything out moves all that follows.
 */
function hasLastBatch(files: LogFiles, fd: number, summary: SegmentSummary): boolean {
  const { logBytes, lastBatchAt, lastChecksum } = summary;
  if (logBytes === 0) return true;
  const head = new BatchBuffer(batchHeadBytes);
  const read = readAll(files, fd, head.bytes, batchHeadBytes, lastBatchAt);
  return (
    read === batchHeadBytes &&
    lastBatchAt + lengthOf(head.view, 0) === logBytes &&
    checksumIn(head.view, 0) === lastChecksum
  );
}

function corrupt(base: number, state: SegmentState, fault: SegmentFault): CorruptLogError {
  const segment = segmentName(base) + segmentSuffix;
  return new CorruptLogError(
    { segment, position: fault.position, offset: state.nextOffset },
    fault.reason,
  );
}

/** @throws CorruptLogError unless the log is only read, where reading tells so when it gets there. */
function missing(before: Segment, base: number, writable: boolean): void {
  const reason = `the next segment begins with offset ${base}, where offset ${before.nextOffset} has to follow`;
  if (!writable) {
    before.fault ??= { position: before.sizeBytes, reason };
    return;
  }
  throw new CorruptLogError(
    { segment: before.name, position: before.sizeBytes, offset: before.nextOffset },
    reason,
  );
}

function removeLost({ files, folder }: OpenOptions, base: number, recovery: Recovery): void {
  const path = join(folder, segmentName(base));
  const fd = files.open(path + segmentSuffix, 'r');
  try {
    recovery.cutBytes += files.size(fd);
  } finally {
    files.close(fd);
  }
  removeSegment(files, path);
}

/**
 * Removes a segment with its indexes. These go first: left behind, they could be taken for those of
 * a later segment of the same name.
 *
 * @param path Of the segment without its suffix.
 */
export function removeSegment(files: LogFiles, path: string): void {
  try {
    removeIndexes(files, path);
    files.remove(path + segmentSuffix);
  } catch (error) {
    throw fromSystem(error, `remove ${path + segmentSuffix}`);
  }
}

function removeIndexes(files: LogFiles, path: string): void {
  for (const suffix of [offsetIndexSuffix, timeIndexSuffix]) files.remove(path + suffix);
}
