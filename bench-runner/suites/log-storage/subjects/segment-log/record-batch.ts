import { checksumOf } from './checksum.ts';
import { LogError } from './errors.ts';
import type { LogRecord, RecordHeader } from './options.ts';

/**
 * A batch of records in a segment; integers are little-endian.
 *
 * ```text
 * 0  u32 length of what follows this field    24 f64 newest timestamp
 * 4  u32 CRC-32C of everything after it       32 u32 records in the batch
 * 8  u64 offset of the first record           36 u32 last offset less the first
 * 16 f64 timestamp of the first record, ms    40 u32 "SLG1"
 * ```
 *
 * Then the records: u32 length of what follows, u32 offset less the first, i32 timestamp less the
 * first, i32 length of the key (-1 without), i32 length of the value (-1 for null), key, value, and
 * headers: u16 length and name, u32 length and value. Compaction takes records out of batches and
 * leaves the offsets in the head as they are, so a batch may have none left.
 */
export const batchHeadBytes = 44;
export const recordHeadBytes = 20;
/** Largest batch, in bytes. */
export const maximumBatchBytes = 0x4000_0000;
const magic = 0x31474c53;
const twoTo32 = 2 ** 32;

/** Bytes in which batches are read and written, with the view that reads their integers. */
export class BatchBuffer {
  bytes: Buffer;
  view: DataView;
  /** What `bytes` covers whole: asking `bytes` for it takes as long as making a view of it. */
  memory: ArrayBuffer;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
    this.memory = this.bytes.buffer as ArrayBuffer;
    this.view = new DataView(this.memory);
  }

  /** Makes room for at least `capacity` bytes; what it holds is lost if it grows. */
  reserve(capacity: number): void {
    if (capacity <= this.bytes.length) return;
    this.bytes = Buffer.allocUnsafeSlow(Math.max(capacity, 2 * this.bytes.length));
    this.memory = this.bytes.buffer as ArrayBuffer;
    this.view = new DataView(this.memory);
  }
}

/** Bytes a batch of these records takes. @throws LogError `invalid` for no records or too many bytes. */
export function batchBytes(records: readonly LogRecord[]): number {
  let bytes = batchHeadBytes;
  for (const { key, value, headers } of records) {
    bytes += recordHeadBytes + (key?.length ?? 0) + (value?.length ?? 0);
    if (headers !== undefined) bytes += headersBytes(headers);
  }
  if (records.length === 0 || bytes > maximumBatchBytes) {
    throw new LogError(
      'invalid',
      `a batch of ${records.length} records and ${bytes} bytes cannot be appended: give at least one record and at most ${maximumBatchBytes} bytes`,
    );
  }
  return bytes;
}

/**
 * Writes a batch to the beginning of the buffer, which `reserve` has made large enough.
 *
 * @param now Timestamp of records without one, in ms.
 * @returns Newest timestamp of the records.
 * @throws LogError `invalid` where timestamps of the batch lie more than 24 days apart.
 */
export function encodeBatch(
  into: BatchBuffer,
  length: number,
  baseOffset: number,
  records: readonly LogRecord[],
  now: number,
): number {
  const { bytes, view } = into;
  const baseTimestamp = records[0]?.timestamp ?? now;
  let newest = baseTimestamp;
  let position = batchHeadBytes;
  for (let index = 0; index < records.length; index += 1) {
    const { key, value, timestamp, headers } = records[index]!;
    const start = position;
    view.setUint32(position + 4, index, true);
    const delta = timestamp === undefined ? now - baseTimestamp : timestamp - baseTimestamp;
    if (delta !== 0) {
      checkDelta(delta);
      if (baseTimestamp + delta > newest) newest = baseTimestamp + delta;
    }
    view.setInt32(position + 8, delta, true);
    view.setInt32(position + 12, key == null ? -1 : key.length, true);
    view.setInt32(position + 16, value === null ? -1 : value.length, true);
    position += recordHeadBytes;
    if (key != null) {
      bytes.set(key, position);
      position += key.length;
    }
    if (value !== null) {
      bytes.set(value, position);
      position += value.length;
    }
    if (headers !== undefined) position = encodeHeaders(into, position, headers);
    view.setUint32(start, position - start - 4, true);
  }
  writeHead(view, 0, length, baseOffset, {
    baseTimestamp,
    newest,
    records: records.length,
    lastDelta: records.length - 1,
  });
  sealBatch(into, 0, length);
  return newest;
}

/** Writes the head of a batch but for its checksum. */
export function writeHead(
  view: DataView,
  at: number,
  length: number,
  baseOffset: number,
  head: { baseTimestamp: number; newest: number; records: number; lastDelta: number },
): void {
  view.setUint32(at, length - 4, true);
  view.setUint32(at + 8, baseOffset % twoTo32, true);
  view.setUint32(at + 12, Math.floor(baseOffset / twoTo32), true);
  view.setFloat64(at + 16, head.baseTimestamp, true);
  view.setFloat64(at + 24, head.newest, true);
  view.setUint32(at + 32, head.records, true);
  view.setUint32(at + 36, head.lastDelta, true);
  view.setUint32(at + 40, magic, true);
}

/** Computes and writes the checksum of a batch that is otherwise complete. */
export function sealBatch({ memory, view }: BatchBuffer, at: number, length: number): void {
  view.setUint32(at + 4, checksumOf(memory, at + 8, at + length), true);
}

/** Checksum that stands in a batch. */
export const checksumIn = (view: DataView, at: number): number => view.getUint32(at + 4, true);

/** Offset of the first record a batch was written with. */
export function baseOffsetOf(view: DataView, at: number): number {
  return view.getUint32(at + 8, true) + view.getUint32(at + 12, true) * twoTo32;
}

/** Offset after the last record a batch was written with. */
export function nextOffsetOf(view: DataView, at: number): number {
  return baseOffsetOf(view, at) + view.getUint32(at + 36, true) + 1;
}

export const lengthOf = (view: DataView, at: number): number => view.getUint32(at, true) + 4;
export const baseTimestampOf = (view: DataView, at: number): number =>
  view.getFloat64(at + 16, true);
export const newestTimestampOf = (view: DataView, at: number): number =>
  view.getFloat64(at + 24, true);
export const recordsOf = (view: DataView, at: number): number => view.getUint32(at + 32, true);

/**
 * Why the bytes from `at` to `end` begin with no batch; undefined where they do. `torn` tells that
 * a longer file could hold one.
 *
 * @param verify Whether the checksum is computed.
 */
export function batchFault(
  { memory, view }: BatchBuffer,
  at: number,
  end: number,
  verify: boolean,
): { reason: string; torn: boolean } | undefined {
  if (end - at < batchHeadBytes) {
    return { reason: `${end - at} bytes are no whole batch head`, torn: true };
  }
  if (view.getUint32(at + 40, true) !== magic) {
    return { reason: 'no batch begins here', torn: false };
  }
  const length = lengthOf(view, at);
  if (length < batchHeadBytes || length > maximumBatchBytes) {
    return { reason: `a batch cannot be ${length} bytes long`, torn: false };
  }
  if (at + length > end) {
    return { reason: `${end - at} of the batch’s ${length} bytes are there`, torn: true };
  }
  if (verify && checksumOf(memory, at + 8, at + length) !== view.getUint32(at + 4, true)) {
    return { reason: 'the checksum of the batch is another one', torn: false };
  }
  return undefined;
}

function headersBytes(headers: readonly RecordHeader[]): number {
  let bytes = 0;
  for (const { key, value } of headers) {
    const name = Buffer.byteLength(key);
    if (name > 0xffff) {
      throw new LogError(
        'invalid',
        `the name of a header is ${name} bytes long; at most 65,535 are possible`,
      );
    }
    bytes += 2 + name + 4 + value.length;
  }
  return bytes;
}

function encodeHeaders(
  { bytes, view }: BatchBuffer,
  start: number,
  headers: readonly RecordHeader[],
): number {
  let position = start;
  for (const { key, value } of headers) {
    const name = bytes.write(key, position + 2, 'utf8');
    view.setUint16(position, name, true);
    position += 2 + name;
    view.setUint32(position, value.length, true);
    bytes.set(value, position + 4);
    position += 4 + value.length;
  }
  return position;
}

function checkDelta(delta: number): void {
  if (Number.isInteger(delta) && Math.abs(delta) < 2 ** 31) return;
  throw new LogError(
    'invalid',
    `a timestamp lies ${delta} ms from the first of its batch: timestamps are whole milliseconds, and those of a batch at most 24 days apart; append such records in batches of their own`,
  );
}
