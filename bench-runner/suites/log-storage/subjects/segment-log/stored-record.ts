import type { RecordHeader, StoredRecord } from './options.ts';
import { type BatchBuffer, baseTimestampOf, recordHeadBytes } from './record-batch.ts';

/** Where a record lies in a buffer, filled anew for each record so that reading allocates none. */
export interface RecordPosition {
  /** Position of the record's first byte. */
  start: number;
  /** Position after its last byte. */
  end: number;
  offset: number;
  /** Position of the key; its length is -1 without one. */
  keyStart: number;
  keyLength: number;
  valueStart: number;
  valueLength: number;
}

export function emptyPosition(): RecordPosition {
  return {
    start: 0,
    end: 0,
    offset: 0,
    keyStart: 0,
    keyLength: 0,
    valueStart: 0,
    valueLength: 0,
  };
}

/**
 * Finds the record that begins at `at` in a batch that ends at `batchEnd`.
 *
 * @returns False where the lengths written there do not fit into the batch, which a valid checksum
 *   rules out.
 */
export function locateRecord(
  view: DataView,
  at: number,
  batchEnd: number,
  baseOffset: number,
  into: RecordPosition,
): boolean {
  if (at + recordHeadBytes > batchEnd) return false;
  const end = at + 4 + view.getUint32(at, true);
  const keyLength = view.getInt32(at + 12, true);
  const valueLength = view.getInt32(at + 16, true);
  const keyStart = at + recordHeadBytes;
  const valueStart = keyLength > 0 ? keyStart + keyLength : keyStart;
  if (keyLength < -1 || valueLength < -1 || end > batchEnd) return false;
  if (valueStart + (valueLength > 0 ? valueLength : 0) > end) return false;
  into.start = at;
  into.end = end;
  into.offset = baseOffset + view.getUint32(at + 4, true);
  into.keyStart = keyStart;
  into.keyLength = keyLength;
  into.valueStart = valueStart;
  into.valueLength = valueLength;
  return true;
}

/** Timestamp of a record of the batch at `at`, in ms. */
export function timestampOf(view: DataView, at: number, record: RecordPosition): number {
  return baseTimestampOf(view, at) + view.getInt32(record.start + 8, true);
}

/** A copy of a record of the batch at `at`. */
export function copyRecord(buffer: BatchBuffer, at: number, record: RecordPosition): StoredRecord {
  const { bytes, view } = buffer;
  const { keyStart, keyLength, valueStart, valueLength } = record;
  const copy = (start: number, length: number) =>
    length < 0 ? null : Uint8Array.prototype.slice.call(bytes, start, start + length);
  return {
    offset: record.offset,
    timestamp: timestampOf(view, at, record),
    key: copy(keyStart, keyLength),
    value: copy(valueStart, valueLength),
    headers: copyHeaders(buffer, valueStart + Math.max(0, valueLength), record.end),
  };
}

function copyHeaders({ bytes, view }: BatchBuffer, start: number, end: number): RecordHeader[] {
  const headers: RecordHeader[] = [];
  let position = start;
  while (position + 6 <= end) {
    const name = view.getUint16(position, true);
    const valueAt = position + 2 + name + 4;
    if (valueAt > end) break;
    const length = view.getUint32(valueAt - 4, true);
    if (valueAt + length > end) break;
    headers.push({
      key: bytes.toString('utf8', position + 2, position + 2 + name),
      value: Uint8Array.prototype.slice.call(bytes, valueAt, valueAt + length),
    });
    position = valueAt + length;
  }
  return headers;
}
