import { checksumOf } from './checksum.ts';
import { type LogFiles, readAll, writeAll } from './files.ts';
import { SparseIndex } from './sparse-index.ts';

/** What the index files of a segment say of it as a whole. */
export interface SegmentSummary {
  /** Size of the segment that the indexes describe, in bytes. */
  logBytes: number;
  baseOffset: number;
  /** Offset after the segment's last record. */
  nextOffset: number;
  records: number;
  /** In ms; -Infinity without records. */
  newestTimestamp: number;
  /** Where the last batch that the indexes describe begins, and the checksum of that. */
  lastBatchAt: number;
  lastChecksum: number;
  /** Whether the segment was on the disk before its indexes were written. */
  synced: boolean;
}

/**
 * Both index files begin with this head; integers are little-endian.
 *
 * ```text
 * 0  u32 "SLIX"                        32 f64 newest timestamp
 * 4  u32 CRC-32C of everything after   40 u32 records
 * 8  u32 bytes of the segment          44 u32 1 if the segment was synced
 * 12 u32 entries                       48 u32 position of the last batch
 * 16 f64 first offset                  52 u32 checksum of the last batch
 * 24 f64 offset after the last record
 * ```
 *
 * `.index` then has pairs of u32, offset and position; `.timeindex` pairs of f64, newest timestamp
 * before a batch, and u32, its offset, 4 bytes of nothing.
 */
const headBytes = 56;
const magic = 0x58494c53;

export const offsetIndexSuffix = '.index';
export const timeIndexSuffix = '.timeindex';

/** Writes both index files of a segment, each under its name at once. */
export function writeIndexFiles(
  files: LogFiles,
  path: string,
  summary: SegmentSummary,
  index: SparseIndex,
): void {
  const { offsets, positions, newestBefore } = index.entries();
  const count = index.count;
  const byOffset = Buffer.alloc(headBytes + 8 * count);
  const byTime = Buffer.alloc(headBytes + 16 * count);
  const view = new DataView(byOffset.buffer, byOffset.byteOffset);
  const timeView = new DataView(byTime.buffer, byTime.byteOffset);
  for (let entry = 0; entry < count; entry += 1) {
    view.setUint32(headBytes + 8 * entry, offsets[entry]!, true);
    view.setUint32(headBytes + 8 * entry + 4, positions[entry]!, true);
    timeView.setFloat64(headBytes + 16 * entry, newestBefore[entry]!, true);
    timeView.setUint32(headBytes + 16 * entry + 8, offsets[entry]!, true);
  }
  writeIndexFile(files, path + offsetIndexSuffix, byOffset, summary, count);
  writeIndexFile(files, path + timeIndexSuffix, byTime, summary, count);
}

/**
 * The indexes of a segment, or undefined where one is missing, damaged, or describes another one.
 *
 * @param path Of the segment without its suffix.
 */
export function readIndexFiles(
  files: LogFiles,
  path: string,
  intervalBytes: number,
): { summary: SegmentSummary; index: SparseIndex } | undefined {
  const byOffset = readIndexFile(files, path + offsetIndexSuffix, 8);
  const byTime = readIndexFile(files, path + timeIndexSuffix, 16);
  if (byOffset === undefined || byTime === undefined) return undefined;
  if (byOffset.compare(byTime, 8, headBytes, 8, headBytes) !== 0) return undefined;
  const view = new DataView(byOffset.buffer, byOffset.byteOffset);
  const timeView = new DataView(byTime.buffer, byTime.byteOffset);
  const count = view.getUint32(12, true);
  const offsets = new Uint32Array(count);
  const positions = new Uint32Array(count);
  const newestBefore = new Float64Array(count);
  for (let entry = 0; entry < count; entry += 1) {
    offsets[entry] = view.getUint32(headBytes + 8 * entry, true);
    positions[entry] = view.getUint32(headBytes + 8 * entry + 4, true);
    newestBefore[entry] = timeView.getFloat64(headBytes + 16 * entry, true);
    if (timeView.getUint32(headBytes + 16 * entry + 8, true) !== offsets[entry]) return undefined;
  }
  return {
    summary: {
      logBytes: view.getUint32(8, true),
      baseOffset: view.getFloat64(16, true),
      nextOffset: view.getFloat64(24, true),
      newestTimestamp: view.getFloat64(32, true),
      records: view.getUint32(40, true),
      lastBatchAt: view.getUint32(48, true),
      lastChecksum: view.getUint32(52, true),
      synced: view.getUint32(44, true) === 1,
    },
    index: SparseIndex.of(intervalBytes, { offsets, positions, newestBefore }),
  };
}

function writeIndexFile(
  files: LogFiles,
  path: string,
  bytes: Buffer,
  summary: SegmentSummary,
  entries: number,
): void {
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt32LE(summary.logBytes, 8);
  bytes.writeUInt32LE(entries, 12);
  bytes.writeDoubleLE(summary.baseOffset, 16);
  bytes.writeDoubleLE(summary.nextOffset, 24);
  bytes.writeDoubleLE(summary.newestTimestamp, 32);
  bytes.writeUInt32LE(summary.records, 40);
  bytes.writeUInt32LE(summary.synced ? 1 : 0, 44);
  bytes.writeUInt32LE(summary.lastBatchAt, 48);
  bytes.writeUInt32LE(summary.lastChecksum, 52);
  bytes.writeUInt32LE(fileChecksum(bytes), 4);
  const fd = openToOverwrite(files, path);
  try {
    writeAll(files, fd, bytes, bytes.length, 0);
    files.truncate(fd, bytes.length);
  } finally {
    files.close(fd);
  }
}

/** Emptying a file before it is written frees its blocks to take as many again, which is slow. */
function openToOverwrite(files: LogFiles, path: string): number {
  try {
    return files.open(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return files.open(path, 'w');
  }
}

/** The file's bytes where its head, length and checksum are right; undefined otherwise. */
function readIndexFile(files: LogFiles, path: string, entryBytes: number): Buffer | undefined {
  let fd: number;
  try {
    fd = files.open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const size = files.size(fd);
    if (size < headBytes || size > 0x4000_0000) return undefined;
    const bytes = Buffer.allocUnsafeSlow(size);
    if (readAll(files, fd, bytes, size, 0) !== size) return undefined;
    if (bytes.readUInt32LE(0) !== magic) return undefined;
    if (size !== headBytes + entryBytes * bytes.readUInt32LE(12)) return undefined;
    return fileChecksum(bytes) === bytes.readUInt32LE(4) ? bytes : undefined;
  } finally {
    files.close(fd);
  }
}

/** Of what stands behind its own field, in a buffer that is no part of a larger one. */
function fileChecksum(bytes: Buffer): number {
  return checksumOf(bytes.buffer as ArrayBuffer, 8, bytes.length);
}
