import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { intervalBytes, intervalMs } from '../../background-sync.ts';
import { encodedLength, encodeRecord, NewestKeys, storedValue } from '../../stored-record.ts';
import type {
  CompactionOutcome,
  Durability,
  StorageLog,
  StorageOptions,
  StorageRecord,
} from '../../subject.ts';
import { keyOffset, offsetKey } from './offset-key.ts';
import { RangeReader } from './range-reader.ts';

const synced = { sync: true };
const unsynced = { sync: false };
/** Records that one batch of a compaction deletes. */
const deletedAtOnce = 1_000;

/** A record at each offset in a database of its own. */
export class ClassicLevelLog implements StorageLog {
  readonly #folder: string;
  readonly #db: ClassicLevel;
  readonly #durability: Durability;
  readonly #reader: RangeReader;
  #next: number;
  #unsyncedBytes = 0;
  #syncedAt = performance.now();

  private constructor(folder: string, db: ClassicLevel, durability: Durability, next: number) {
    this.#folder = folder;
    this.#db = db;
    this.#durability = durability;
    this.#reader = new RangeReader(db);
    this.#next = next;
  }

  static async open(folder: string, { durability }: StorageOptions): Promise<ClassicLevelLog> {
    const db = new ClassicLevel(folder, {
      keyEncoding: 'buffer',
      valueEncoding: 'buffer',
      multithreading: true,
    });
    await db.open();
    const keys = db.keys({ reverse: true, limit: 1 });
    const last = await keys.next();
    await keys.close();
    return new ClassicLevelLog(folder, db, durability, last ? keyOffset(last) + 1 : 0);
  }

  async append(records: readonly StorageRecord[]): Promise<number> {
    const base = this.#next;
    this.#next = base + records.length;
    let bytes = 0;
    const operations = records.map((record, index) => {
      const value = Buffer.allocUnsafe(encodedLength(record));
      encodeRecord(record, value);
      bytes += value.length;
      return { type: 'put' as const, key: offsetKey(base + index), value };
    });
    const options = this.#mustSync(bytes) ? synced : unsynced;
    const [only] = operations;
    if (only && operations.length === 1) await this.#db.put(only.key, only.value, options);
    else await this.#db.batch(operations, options);
    return base;
  }

  async fetch(
    offset: number,
    maxRecords: number,
    visit: (value: Uint8Array | null, offset: number) => void,
  ): Promise<number> {
    if (maxRecords === 1) {
      const stored = this.#db.getSync(offsetKey(offset));
      if (stored) {
        visit(storedValue(stored), offset);
        return 1;
      }
    }
    return this.#reader.read(offset, maxRecords, (stored, at) => visit(storedValue(stored), at));
  }

  async compact(): Promise<CompactionOutcome> {
    const bytesBefore = this.#fileBytes();
    await this.#reader.close();
    const replaced = await this.#replacedOffsets();
    const options = this.#durability === 'sync' ? synced : unsynced;
    for (let from = 0; from < replaced.length; from += deletedAtOnce) {
      const part = replaced.slice(from, from + deletedAtOnce);
      const deletions = part.map((offset) => ({ type: 'del' as const, key: offsetKey(offset) }));
      await this.#db.batch(deletions, options);
    }
    await this.#db.compactRange(offsetKey(0), offsetKey(this.#next));
    return { bytesBefore, bytesAfter: this.#fileBytes(), recordsRemoved: replaced.length };
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.#db.close();
  }

  async #replacedOffsets(): Promise<number[]> {
    const newest = new NewestKeys();
    const replaced: number[] = [];
    const iterator = this.#db.iterator({ reverse: true, highWaterMarkBytes: 1024 * 1024 });
    try {
      for (;;) {
        const entries = await iterator.nextv(deletedAtOnce);
        if (entries.length === 0) return replaced;
        for (const [key, stored] of entries) {
          if (newest.isReplaced(stored)) replaced.push(keyOffset(key));
        }
      }
    } finally {
      await iterator.close();
    }
  }

  #mustSync(bytes: number): boolean {
    if (this.#durability !== 'interval') return this.#durability === 'sync';
    this.#unsyncedBytes += bytes;
    const due =
      this.#unsyncedBytes >= intervalBytes || performance.now() - this.#syncedAt >= intervalMs;
    if (due) {
      this.#unsyncedBytes = 0;
      this.#syncedAt = performance.now();
    }
    return due;
  }

  /** Bytes of the tables and the write-ahead log; some may be deleted meanwhile. */
  #fileBytes(): number {
    const names = readdirSync(this.#folder).filter((name) => /\.(?:ldb|log)$/.test(name));
    const sizeOf = (name: string) =>
      statSync(join(this.#folder, name), { throwIfNoEntry: false })?.size ?? 0;
    return names.reduce((sum, name) => sum + sizeOf(name), 0);
  }
}
