import type { StoredRecord } from '../options.ts';
import { difference, type History, isTombstone, keyAt, recordAt } from './history.ts';

/** What of a log is looked at. */
export interface ReadableLog {
  readonly startOffset: number;
  readonly endOffset: number;
  read(offset: number, limits?: { maxRecords?: number; maxBytes?: number }): StoredRecord[];
}

/**
 * Reads a log from its start to its end and holds it against its history.
 *
 * @param acknowledged Offsets below it were acknowledged.
 * @param compacted Whether records may be missing that have a newer one of their key.
 * @param written Offsets below it have been written once, also if the log has lost them since.
 * @throws Error naming the first offset that is lost, there twice, out of order or wrong.
 */
export function verifyHistory(
  log: ReadableLog,
  history: History,
  {
    acknowledged,
    compacted = false,
    written = 0,
  }: { acknowledged: number; compacted?: boolean; written?: number },
): void {
  const end = log.endOffset;
  if (end < acknowledged) {
    throw new Error(`offsets ${end} to ${acknowledged - 1} were acknowledged and are lost`);
  }
  if (!compacted && log.startOffset !== 0) {
    throw new Error(`the log starts at ${log.startOffset}, not 0`);
  }
  const missing: number[] = [];
  const kept = new Set<string>();
  let next = 0;
  while (next < end) {
    const records = log.read(Math.max(next, log.startOffset), { maxBytes: 1 << 20 });
    if (records.length === 0) break;
    for (const record of records) {
      if (record.offset < next || record.offset >= end) {
        throw new Error(`read offset ${record.offset}, expected ${next} to ${end - 1}`);
      }
      for (; next < record.offset; next += 1) missing.push(next);
      const wrong = difference(record, recordAt(history, next));
      if (wrong) throw new Error(`the record at offset ${next} has the wrong ${wrong}`);
      const key = keyAt(history, next);
      if (key !== null) kept.add(key);
      next += 1;
    }
  }
  for (; next < end; next += 1) missing.push(next);
  if (missing.length === 0) return;
  if (!compacted) throw new Error(`offset ${missing[0]} is missing before ${end}`);
  verifyMissing(history, missing, kept, Math.max(end, written));
}

/** A record may be missing if its key has a newer one that is kept, or was withdrawn altogether. */
function verifyMissing(
  history: History,
  missing: readonly number[],
  kept: ReadonlySet<string>,
  end: number,
): void {
  const newest = new Map<string, number>();
  for (let offset = 0; offset < end; offset += 1) {
    const key = keyAt(history, offset);
    if (key !== null) newest.set(key, offset);
  }
  const gone = new Set(missing);
  for (const offset of missing) {
    const key = keyAt(history, offset);
    if (key === null) throw new Error(`offset ${offset} is missing and has no key`);
    const last = newest.get(key) ?? offset;
    if (!gone.has(last)) continue;
    if (!isTombstone(history, last)) {
      throw new Error(`offset ${last} is missing, the newest of ${key}`);
    }
    if (kept.has(key)) {
      throw new Error(`${key} was withdrawn at offset ${last} and is back with an older record`);
    }
  }
}
