import { type LogFiles, readAll } from './files.ts';
import {
  BatchBuffer,
  baseOffsetOf,
  batchFault,
  batchHeadBytes,
  checksumIn,
  lengthOf,
  newestTimestampOf,
  nextOffsetOf,
  recordsOf,
} from './record-batch.ts';
import type { SegmentState } from './segment.ts';

const chunkBytes = 1 << 20;

/** Where a segment's file stops being batches. */
export interface SegmentFault {
  position: number;
  reason: string;
  /** A whole batch of later offsets lies behind it, so it is no tail that was never finished. */
  batchesBehind: boolean;
}

/**
 * Walks the batches of a segment's file from where `state` ends, verifies their checksums and
 * offsets, and takes each into the state.
 *
 * @param fileBytes Size of the file.
 * @returns What it met before the end of the file, if anything.
 */
export function scanSegment(
  files: LogFiles,
  fd: number,
  baseOffset: number,
  fileBytes: number,
  state: SegmentState,
): SegmentFault | undefined {
  const buffer = new BatchBuffer(chunkBytes);
  while (state.sizeBytes < fileBytes) {
    const wanted = Math.min(buffer.bytes.length, fileBytes - state.sizeBytes);
    const end = readAll(files, fd, buffer.bytes, wanted, state.sizeBytes);
    let at = 0;
    while (at < end) {
      const fault =
        batchFault(buffer, at, end, true) ?? offsetFault(buffer, at, baseOffset, state.nextOffset);
      if (fault === undefined) {
        take(buffer, at, baseOffset, state);
        at += lengthOf(buffer.view, at);
        continue;
      }
      const inFile = end === wanted && state.sizeBytes + (end - at) < fileBytes;
      if (fault.torn && inFile) break;
      const position = state.sizeBytes;
      const from = fault.torn ? endOfRecords(buffer, at, end) : at + 1;
      const behind =
        from !== undefined &&
        batchBehind(files, fd, fileBytes, position + (from - at), state.nextOffset);
      return { position, reason: fault.reason, batchesBehind: behind };
    }
    if (at > 0) continue;
    // A batch longer than the buffer: its head says how long.
    buffer.reserve(Math.min(fileBytes - state.sizeBytes, lengthOf(buffer.view, 0)));
    if (end === 0) {
      return { position: state.sizeBytes, reason: 'the file ended early', batchesBehind: false };
    }
  }
  return undefined;
}

function take({ view }: BatchBuffer, at: number, baseOffset: number, state: SegmentState): void {
  state.index.add(baseOffsetOf(view, at) - baseOffset, state.sizeBytes, state.newestTimestamp);
  state.lastBatchAt = state.sizeBytes;
  state.lastChecksum = checksumIn(view, at);
  state.sizeBytes += lengthOf(view, at);
  state.nextOffset = nextOffsetOf(view, at);
  state.records += recordsOf(view, at);
  if (recordsOf(view, at) > 0) {
    state.newestTimestamp = Math.max(state.newestTimestamp, newestTimestampOf(view, at));
  }
}

function offsetFault(
  { view }: BatchBuffer,
  at: number,
  baseOffset: number,
  nextOffset: number,
): { reason: string; torn: boolean } | undefined {
  const first = baseOffsetOf(view, at);
  if (first === nextOffset) return undefined;
  return {
    reason: `a batch begins with offset ${first} where ${Math.max(baseOffset, nextOffset)} has to follow`,
    torn: false,
  };
}

/**
 * Where the records end that a batch says it has; undefined where one of them reaches beyond what
 * there is of the file, so that all that follows is part of it, whatever it looks like: a value may
 * hold batches itself.
 */
function endOfRecords({ view }: BatchBuffer, at: number, end: number): number | undefined {
  if (at + batchHeadBytes > end) return undefined;
  let position = at + batchHeadBytes;
  for (let left = recordsOf(view, at); left > 0; left -= 1) {
    if (position + 4 > end) return undefined;
    position += 4 + view.getUint32(position, true);
    if (position > end) return undefined;
  }
  return position;
}

/** Whether a whole batch with a later offset begins anywhere behind a position. */
function batchBehind(
  files: LogFiles,
  fd: number,
  fileBytes: number,
  from: number,
  nextOffset: number,
): boolean {
  const buffer = new BatchBuffer(chunkBytes);
  let position = from;
  while (position + batchHeadBytes <= fileBytes) {
    const wanted = Math.min(buffer.bytes.length, fileBytes - position);
    const end = readAll(files, fd, buffer.bytes, wanted, position);
    if (end < batchHeadBytes) return false;
    const read = buffer.bytes.subarray(0, end);
    for (let found = read.indexOf('SLG1'); found >= 0; found = read.indexOf('SLG1', found + 1)) {
      const at = found - 40;
      if (at < 0 || at + batchHeadBytes > end) continue;
      if (isBatchAt(files, fd, fileBytes, buffer, at, position, end, nextOffset)) return true;
    }
    if (end < wanted || position + end >= fileBytes) return false;
    // The last bytes may hold the beginning of a head.
    position += end - batchHeadBytes + 1;
  }
  return false;
}

function isBatchAt(
  files: LogFiles,
  fd: number,
  fileBytes: number,
  buffer: BatchBuffer,
  at: number,
  position: number,
  end: number,
  nextOffset: number,
): boolean {
  if (baseOffsetOf(buffer.view, at) < nextOffset) return false;
  const length = lengthOf(buffer.view, at);
  if (length < batchHeadBytes || position + at + length > fileBytes) return false;
  if (at + length <= end) return batchFault(buffer, at, end, true) === undefined;
  const whole = new BatchBuffer(length);
  const read = readAll(files, fd, whole.bytes, length, position + at);
  return batchFault(whole, 0, read, true) === undefined;
}
