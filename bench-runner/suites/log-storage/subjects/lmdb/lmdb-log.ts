import { closeSync, fdatasync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open } from 'lmdb';
import { BackgroundSync } from '../../background-sync.ts';
import { encodedLength, encodeRecord, NewestKeys, storedValue } from '../../stored-record.ts';
import type {
  CompactionOutcome,
  StorageLog,
  StorageOptions,
  StorageRecord,
} from '../../subject.ts';

/** Keys ascend, so pages are filled one after the other. */
const atEnd = { append: true };

/** A record at each offset in a database of its own. */
export class LmdbLog implements StorageLog {
  readonly #db: Database;
  readonly #flushes: boolean;
  readonly #behind: BackgroundSync | undefined;
  readonly #file: number | undefined;
  #next: number;
  #scratch = Buffer.allocUnsafeSlow(64 * 1024);

  constructor(folder: string, { durability, readOnly = false }: StorageOptions) {
    const path = join(folder, 'records.mdb');
    this.#flushes = durability === 'sync';
    const noSync = !this.#flushes && !readOnly;
    this.#db = open({ path, encoding: 'binary', noSync, readOnly });
    const [last = -1] = this.#db.getKeys({ reverse: true, limit: 1 });
    this.#next = last + 1;
    if (durability !== 'interval' || readOnly) return;
    const file = openSync(path, 'r+');
    this.#file = file;
    this.#behind = new BackgroundSync((done) => fdatasync(file, done));
  }

  append(records: readonly StorageRecord[]): number | Promise<number> {
    return this.#flushes ? this.#appendFlushed(records) : this.#appendAtOnce(records);
  }

  fetch(
    offset: number,
    maxRecords: number,
    visit: (value: Uint8Array | null, offset: number) => void,
  ): number {
    let next = offset;
    const end = offset + maxRecords;
    // A look-up uses its buffer again and takes a fraction of the time that a step of a range does.
    for (; next < end; next += 1) {
      const stored = this.#db.getBinaryFast(next);
      if (!stored) break;
      visit(storedValue(stored), next);
    }
    let count = next - offset;
    if (count === maxRecords) return count;
    // The end, or a gap that compaction has left.
    for (const { key, value } of this.#db.getRange({ start: next, limit: maxRecords - count })) {
      visit(storedValue(value), key);
      count += 1;
    }
    return count;
  }

  async compact(): Promise<CompactionOutcome> {
    const bytesBefore = this.#bytesInUse();
    const newest = new NewestKeys();
    const replaced: number[] = [];
    for (const { key, value } of this.#db.getRange({ reverse: true })) {
      if (newest.isReplaced(value)) replaced.push(key);
    }
    this.#db.transactionSync(() => {
      for (const offset of replaced) void this.#db.remove(offset);
    });
    if (this.#flushes) await this.#db.flushed;
    return { bytesBefore, bytesAfter: this.#bytesInUse(), recordsRemoved: replaced.length };
  }

  async close(): Promise<void> {
    await this.#behind?.close();
    if (this.#file !== undefined) closeSync(this.#file);
    await this.#db.close();
  }

  /** Within a transaction a record is copied by the call, so one buffer serves all. */
  #appendAtOnce(records: readonly StorageRecord[]): number {
    const base = this.#next;
    let bytes = 0;
    this.#db.transactionSync(() => {
      let offset = base;
      for (const record of records) {
        const length = encodedLength(record);
        if (length > this.#scratch.length) this.#scratch = Buffer.allocUnsafeSlow(2 * length);
        const stored = this.#scratch.subarray(0, length);
        encodeRecord(record, stored);
        void this.#db.put(offset, stored, atEnd);
        offset += 1;
        bytes += length;
      }
    });
    this.#next = base + records.length;
    this.#behind?.wrote(bytes);
    return base;
  }

  /** Batches of one turn of the event loop share a transaction and its flush. */
  async #appendFlushed(records: readonly StorageRecord[]): Promise<number> {
    const base = this.#next;
    this.#next = base + records.length;
    const written = records.map((record, index) => {
      const stored = Buffer.allocUnsafeSlow(encodedLength(record));
      encodeRecord(record, stored);
      return this.#db.put(base + index, stored, atEnd);
    });
    await Promise.all(written);
    await this.#db.flushed;
    return base;
  }

  /** The file never becomes shorter: pages that are free again are used for what comes. */
  #bytesInUse(): number {
    const { pageSize, treeBranchPageCount, treeLeafPageCount, overflowPages } = this.#db.getStats();
    return pageSize * (treeBranchPageCount + treeLeafPageCount + overflowPages);
  }
}
