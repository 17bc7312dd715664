import { CorruptLogError } from './errors.ts';
import type { KeySet } from './key-set.ts';
import {
  type BatchBuffer,
  baseOffsetOf,
  baseTimestampOf,
  batchFault,
  batchHeadBytes,
  checksumIn,
  lengthOf,
  newestTimestampOf,
  nextOffsetOf,
  recordsOf,
  sealBatch,
  writeHead,
} from './record-batch.ts';
import { emptyState, type Segment, type SegmentState } from './segment.ts';
import { emptyPosition, locateRecord, timestampOf } from './stored-record.ts';

const removed = 0;
const kept = 1;
/** A tombstone old enough to go once nothing older of its key is left. */
const expiring = 2;

/** Memory that is used for one segment after another. */
export class CompactionBuffers {
  /** Where the records of a segment begin, and what becomes of each. */
  starts = new Uint32Array(1 << 12);
  fates = new Uint8Array(1 << 12);

  reserve(records: number): void {
    if (records <= this.starts.length) return;
    this.starts = new Uint32Array(2 * records);
    this.fates = new Uint8Array(2 * records);
  }
}

/**
 * Takes the records out of a segment's bytes whose key a newer record has, in place. Segments are
 * given from the newest to the oldest, so the first record of a key that is met is the one to keep.
 *
 * @param buffer Holds the whole segment from position 0 on; afterwards what is left of it.
 * @param seen Keys of newer segments; those of this one are added.
 * @param tombstonesBefore Tombstones with an older timestamp go as well, in ms.
 * @returns What is left, or undefined where every record stays.
 * @throws CorruptLogError where a batch is damaged; the segment's file is as it was.
 */
export function compactSegment(
  segment: Segment,
  buffer: BatchBuffer,
  seen: KeySet,
  buffers: CompactionBuffers,
  intervalBytes: number,
  tombstonesBefore: number,
): { state: SegmentState; recordsRemoved: number } | undefined {
  buffers.reserve(segment.records);
  const found = findRecords(segment, buffer, buffers, tombstonesBefore);
  const recordsRemoved = removeSuperseded(buffer, seen, buffers, found);
  if (recordsRemoved === 0) return undefined;
  return { state: rewrite(segment, buffer, buffers, intervalBytes), recordsRemoved };
}

function findRecords(
  segment: Segment,
  buffer: BatchBuffer,
  { starts, fates }: CompactionBuffers,
  tombstonesBefore: number,
): number {
  const { view } = buffer;
  const record = emptyPosition();
  let found = 0;
  for (let at = 0; at < segment.sizeBytes; at += lengthOf(view, at)) {
    const fault = batchFault(buffer, at, segment.sizeBytes, true);
    if (fault) throw damaged(segment, view, at, fault.reason);
    const end = at + lengthOf(view, at);
    let position = at + batchHeadBytes;
    for (let left = recordsOf(view, at); left > 0; left -= 1) {
      if (found >= starts.length || !locateRecord(view, position, end, 0, record)) {
        throw damaged(segment, view, at, 'a record does not fit its batch');
      }
      const isOldTombstone =
        record.valueLength < 0 && timestampOf(view, at, record) < tombstonesBefore;
      starts[found] = position;
      fates[found] = isOldTombstone ? expiring : kept;
      found += 1;
      position = record.end;
    }
  }
  return found;
}

function removeSuperseded(
  buffer: BatchBuffer,
  seen: KeySet,
  { starts, fates }: CompactionBuffers,
  found: number,
): number {
  const { bytes, view } = buffer;
  const record = emptyPosition();
  let count = 0;
  for (let index = found - 1; index >= 0; index -= 1) {
    locateRecord(view, starts[index]!, bytes.length, 0, record);
    if (record.keyLength < 0) continue;
    const isNewest = seen.add(buffer, record.keyStart, record.keyLength);
    if (isNewest && fates[index] === kept) continue;
    fates[index] = removed;
    count += 1;
  }
  return count;
}

/**
 * Moves what stays to the front. A batch of which nothing stays leaves its offsets to the one
 * before it; at the beginning of a segment it stays as a head without records.
 */
function rewrite(
  segment: Segment,
  buffer: BatchBuffer,
  { fates }: CompactionBuffers,
  intervalBytes: number,
): SegmentState {
  const { bytes, view } = buffer;
  const state = emptyState(segment.baseOffset, intervalBytes);
  let index = 0;
  let open = -1;
  let openBase = 0;
  const seal = () => {
    if (open < 0) return;
    view.setUint32(open + 36, state.nextOffset - openBase - 1, true);
    sealBatch(buffer, open, state.sizeBytes - open);
    state.lastBatchAt = open;
    state.lastChecksum = checksumIn(view, open);
  };
  for (let at = 0; at < segment.sizeBytes; ) {
    // Read before anything is moved: what is moved may lie over this batch's head.
    const length = lengthOf(view, at);
    const base = baseOffsetOf(view, at);
    const next = nextOffsetOf(view, at);
    const records = recordsOf(view, at);
    const baseTimestamp = baseTimestampOf(view, at);
    const newest = newestTimestampOf(view, at);
    let staying = 0;
    for (let each = 0; each < records; each += 1)
      staying += fates[index + each] === removed ? 0 : 1;
    if (staying > 0 || open < 0) {
      seal();
      state.index.add(base - segment.baseOffset, state.sizeBytes, state.newestTimestamp);
      open = state.sizeBytes;
      openBase = base;
      const end = moveRecords(bytes, view, fates, index, records, at, open + batchHeadBytes);
      writeHead(view, open, end - open, base, {
        baseTimestamp,
        newest,
        records: staying,
        lastDelta: 0,
      });
      state.sizeBytes = end;
      state.records += staying;
      if (staying > 0 && newest > state.newestTimestamp) state.newestTimestamp = newest;
    }
    state.nextOffset = next;
    index += records;
    at += length;
  }
  seal();
  return state;
}

/** Moves the records of the batch at `at` that stay to `to`; returns the position after them. */
function moveRecords(
  bytes: Buffer,
  view: DataView,
  fates: Uint8Array,
  first: number,
  records: number,
  at: number,
  to: number,
): number {
  let out = to;
  let position = at + batchHeadBytes;
  let runStart = position;
  for (let each = 0; each < records; each += 1) {
    const end = position + 4 + view.getUint32(position, true);
    if (fates[first + each] === removed) {
      if (position > runStart) {
        bytes.copyWithin(out, runStart, position);
        out += position - runStart;
      }
      runStart = end;
    }
    position = end;
  }
  if (position > runStart) {
    bytes.copyWithin(out, runStart, position);
    out += position - runStart;
  }
  return out;
}

function damaged(segment: Segment, view: DataView, at: number, reason: string): CorruptLogError {
  const whole = at + batchHeadBytes <= segment.sizeBytes;
  return new CorruptLogError(
    {
      segment: segment.name,
      position: at,
      offset: whole ? baseOffsetOf(view, at) : segment.nextOffset,
    },
    reason,
  );
}
