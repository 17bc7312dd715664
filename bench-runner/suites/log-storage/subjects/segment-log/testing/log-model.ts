import type { LogRecord, StoredRecord } from '../options.ts';

/** What a log holds, as a list of records: slow, and too simple to be wrong. */
export class LogModel {
  records: StoredRecord[] = [];
  startOffset = 0;
  endOffset = 0;

  append(records: readonly LogRecord[]): void {
    for (const { key = null, value, timestamp = 0, headers = [] } of records) {
      this.records.push({ offset: this.endOffset, timestamp, key, value, headers: [...headers] });
      this.endOffset += 1;
    }
  }

  from(offset: number): StoredRecord[] {
    return this.records.filter((record) => record.offset >= offset);
  }

  /** The earliest record that is not older than a time. */
  offsetForTime(timestamp: number): number | null {
    return this.records.find((record) => record.timestamp >= timestamp)?.offset ?? null;
  }

  /**
   * Keeps the newest record of each key among those below an offset, and all without a key.
   *
   * @param dropsTombstones Whether tombstones go as well, once they are the newest of their key.
   * @returns How many records have gone.
   */
  compactBelow(offset: number, dropsTombstones: boolean): number {
    const newest = new Map<string, number>();
    for (const record of this.records) {
      if (record.key && record.offset < offset) newest.set(nameOf(record.key), record.offset);
    }
    const before = this.records.length;
    this.records = this.records.filter((record) => {
      if (record.key === null || record.offset >= offset) return true;
      const isNewest = newest.get(nameOf(record.key)) === record.offset;
      return isNewest && !(dropsTombstones && record.value === null);
    });
    return before - this.records.length;
  }

  /** A list of its own, which later changes to this one leave as it is. */
  copy(): LogModel {
    const { records, startOffset, endOffset } = this;
    return Object.assign(new LogModel(), { records: [...records], startOffset, endOffset });
  }

  deleteBelow(offset: number): void {
    this.records = this.records.filter((record) => record.offset >= offset);
    this.startOffset = offset;
  }
}

function nameOf(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}
