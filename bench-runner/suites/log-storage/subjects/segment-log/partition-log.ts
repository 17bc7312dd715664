import { compactSegments } from './compact-log.ts';
import { needsSync, noteSynced, Syncer } from './durability.ts';
import { fromSystem, LogError } from './errors.ts';
import { type FolderLock, lockFolder } from './lock-file.ts';
import { LogView, type ValueVisitor } from './log-view.ts';
import { openForReading, openForWriting, type Recovery, removeSegment } from './open-segments.ts';
import type { CompactionReport, LogOptions, LogRecord, StoredRecord } from './options.ts';
import { BatchBuffer, batchBytes, encodeBatch } from './record-batch.ts';
import { beyondRetention } from './retention.ts';
import { maximumSegmentBytes, Segment } from './segment.ts';
import { createSynced, syncNames } from './segment-names.ts';
import { type LogSettings, settingsOf } from './settings.ts';

/**
 * A log of records with ascending offsets, kept as segments in a folder. One `PartitionLog` writes
 * to a folder at a time; any number may read it with `readOnly`. Calls that return no promise are
 * complete when they return.
 */
export class PartitionLog {
  readonly folder: string;
  /** What opening had to put right. */
  readonly recovery: Recovery;
  readonly #settings: LogSettings;
  readonly #lock: FolderLock | undefined;
  readonly #view: LogView;
  readonly #batch = new BatchBuffer(1 << 16);
  readonly #syncer: Syncer;
  #state: 'open' | 'compacting' | 'closed' = 'open';

  private constructor(
    folder: string,
    settings: LogSettings,
    lock: FolderLock | undefined,
    segments: Segment[],
    recovery: Recovery,
  ) {
    this.folder = folder;
    this.recovery = recovery;
    this.#settings = settings;
    this.#lock = lock;
    this.#view = new LogView(segments, settings.verify);
    this.#syncer = new Syncer(lock === undefined ? [] : segments, this.endOffset, {
      durability: lock === undefined ? 'page-cache' : settings.durability,
      intervalMs: settings.syncIntervalMs,
      intervalBytes: settings.syncIntervalBytes,
      syncNames: () => syncNames(settings.files, folder),
    });
  }

  /**
   * Opens the log in a folder, which is made where it is missing. A tail that is no whole batch is
   * cut off, and indexes that do not fit are made again; `recovery` tells of both.
   *
   * @throws LogError `locked` while another has it open for writing; CorruptLogError where a
   *   segment is damaged before its end; `invalid` for an option out of its range.
   */
  static async open(folder: string, options: LogOptions = {}): Promise<PartitionLog> {
    const settings = settingsOf(options);
    const { files, indexIntervalBytes } = settings;
    const writable = !options.readOnly;
    let lock: FolderLock | undefined;
    try {
      if (writable) files.makeFolder(folder);
      lock = writable ? lockFolder(folder) : undefined;
      const { segments, recovery } = lock
        ? openForWriting(files, folder, indexIntervalBytes, lock.machineStopped)
        : openForReading(files, folder, indexIntervalBytes);
      lock?.recovered();
      if (segments.length === 0) {
        if (!writable) {
          throw new LogError('io', `${folder} holds no log; open it without readOnly to begin one`);
        }
        segments.push(Segment.create(files, folder, 0, indexIntervalBytes));
        if (settings.durability !== 'page-cache') syncNames(files, folder);
      }
      const log = new PartitionLog(folder, settings, lock, segments, recovery);
      // An earlier process may not have brought the names of its segments to the disk either.
      if (writable) log.#syncer.created();
      return log;
    } catch (error) {
      lock?.release();
      throw fromSystem(error, `open the log in ${folder}`);
    }
  }

  /** First offset that retention has left. */
  get startOffset(): number {
    return this.#view.first.baseOffset;
  }

  /** Offset that the next record appended gets. */
  get endOffset(): number {
    return this.#view.active.nextOffset;
  }

  /** Bytes of all segments, without indexes. */
  get sizeBytes(): number {
    return this.#view.segments.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
  }

  get segmentCount(): number {
    return this.#view.segments.length;
  }

  /**
   * Appends records as one batch and returns the offset of the first. When it returns, they are in
   * the page cache and outlive this process; `produce` waits for what the durability asks.
   *
   * @throws LogError `disk-full`, after which the log is as before; `invalid` for no records or a
   *   batch above 1 GiB or a segment's limit.
   */
  append(records: readonly LogRecord[]): number {
    this.#expectWritable();
    const { segmentBytes } = this.#settings;
    const bytes = batchBytes(records);
    const now = Date.now();
    if (this.#isFull(bytes, segmentBytes, now)) this.roll();
    const active = this.#view.active;
    const baseOffset = active.nextOffset;
    this.#batch.reserve(bytes);
    const newest = encodeBatch(this.#batch, bytes, baseOffset, records, now);
    active.append(this.#batch, bytes, baseOffset, records.length, newest);
    active.begunAt ??= now;
    this.#syncer.appended(active, bytes, active.nextOffset);
    return baseOffset;
  }

  /**
   * Appends as `append` does and resolves with the offset of the first record when the records are
   * acknowledged: at once under `page-cache` and `interval`, under `sync` when they are on the disk.
   * Calls that wait at the same time share a sync.
   */
  async produce(records: readonly LogRecord[]): Promise<number> {
    const offset = this.append(records);
    if (this.#settings.durability === 'sync') await this.#syncer.upTo(this.endOffset);
    return offset;
  }

  /** Resolves when everything appended so far is on the disk. */
  async flush(): Promise<void> {
    this.#expectWritable();
    await this.#syncer.upTo(this.endOffset);
    noteSynced(this.#view.segments.slice(0, -1));
  }

  /**
   * Calls `visit` for the records from an offset on, at most `maxRecords` of them, and returns how
   * many. What it is given is valid during the call only; it must not read from this log itself.
   *
   * @throws LogError `offset-out-of-range`; CorruptLogError where a batch is damaged.
   */
  scan(offset: number, visit: ValueVisitor, maxRecords = Number.POSITIVE_INFINITY): number {
    this.#expectOpen();
    return this.#view.scan(offset, visit, maxRecords);
  }

  /**
   * Copies of the records from an offset on: at most `maxRecords`, and no more once keys and values
   * reach `maxBytes`; 1,000 and 1 MiB without them.
   *
   * @throws As `scan`.
   */
  read(
    offset: number,
    { maxRecords = 1000, maxBytes = 1 << 20 }: { maxRecords?: number; maxBytes?: number } = {},
  ): StoredRecord[] {
    this.#expectOpen();
    return this.#view.read(offset, maxRecords, maxBytes);
  }

  /** Offset of the first record with a timestamp at or after one in ms; null without such a record. */
  offsetForTime(timestampMs: number): number | null {
    this.#expectOpen();
    return this.#view.offsetForTime(timestampMs);
  }

  /** Begins a new segment, unless the active one is empty. */
  roll(): void {
    this.#expectWritable();
    const { files, durability, indexIntervalBytes } = this.#settings;
    const full = this.#view.active;
    if (full.sizeBytes === 0) return;
    if (durability !== 'page-cache') full.syncNow();
    full.writeIndexes();
    const create = durability === 'page-cache' ? Segment.create : createSynced;
    const next = create(files, this.folder, full.nextOffset, indexIntervalBytes);
    if (durability === 'page-cache') this.#syncer.created();
    full.close();
    this.#view.segments.push(next);
  }

  /** Deletes the oldest segments as the retention options ask; returns how many. */
  applyRetention(): number {
    this.#expectWritable();
    if (this.#state === 'compacting') return 0;
    const count = beyondRetention(this.#view.segments, this.#settings);
    for (let deleted = 0; deleted < count; deleted += 1) {
      const oldest = this.#view.first;
      oldest.close();
      removeSegment(this.#settings.files, oldest.path);
      oldest.isDeleted = true;
      this.#view.segments.shift();
      this.#view.forget();
    }
    this.#syncer.deleted();
    return count;
  }

  /**
   * Removes records whose key has a newer record in the closed segments, and old tombstones. The
   * active segment is left; records without a key stay. Appending and reading go on meanwhile.
   *
   * @throws CorruptLogError where a segment is damaged; nothing is changed then.
   */
  async compact(): Promise<CompactionReport> {
    this.#expectWritable();
    if (this.#state === 'compacting') {
      throw new LogError('invalid', 'the log is being compacted; wait for that to end');
    }
    this.#state = 'compacting';
    try {
      const { files, durability, indexIntervalBytes, tombstoneRetentionMs } = this.#settings;
      // A record must not go while the one it goes for is not as safe as it was itself.
      const mustSync = () =>
        durability !== 'page-cache' || this.#view.segments.some(({ isPromised }) => isPromised);
      // What is closed while it is flushed is not on the disk, so it waits for the next time.
      const closed = this.#view.segments.slice(0, -1);
      if (mustSync()) await this.flush();
      return await compactSegments(closed, {
        files,
        folder: this.folder,
        intervalBytes: indexIntervalBytes,
        tombstonesBefore: Date.now() - tombstoneRetentionMs,
        mustSync,
      });
    } finally {
      this.#state = 'open';
    }
  }

  /**
   * With `readOnly`: sees what others have appended, rolled, deleted or compacted since.
   *
   * @throws As `open`.
   */
  refresh(): void {
    this.#expectOpen();
    if (this.#lock) return;
    const { files, indexIntervalBytes } = this.#settings;
    const { segments } = openForReading(files, this.folder, indexIntervalBytes);
    for (const segment of this.#view.segments) segment.close();
    this.#view.segments = segments;
    this.#view.forget();
  }

  /** Writes the indexes, syncs where the durability asks for it, and lets others open the log. */
  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    if (this.#state === 'compacting') {
      throw new LogError('invalid', 'the log is being compacted; wait for that before closing it');
    }
    this.#state = 'closed';
    try {
      const { active } = this.#view;
      const mustSync = this.#settings.durability !== 'page-cache' || active.isPromised;
      if (this.#lock && mustSync && !this.#syncer.failure) await this.#syncer.upTo(this.endOffset);
      await this.#syncer.close();
      if (this.#lock && !this.#syncer.failure) {
        noteSynced(this.#view.segments.slice(0, -1));
        active.writeIndexes();
      }
    } finally {
      for (const segment of this.#view.segments) segment.close();
      this.#lock?.release(this.#view.segments.some(needsSync));
    }
    // Nobody waited for the syncs of an interval, so nobody else has told that one failed.
    if (this.#syncer.failure && this.#settings.durability === 'interval')
      throw this.#syncer.failure;
  }

  #isFull(bytes: number, segmentBytes: number, now: number): boolean {
    const { sizeBytes, begunAt } = this.#view.active;
    if (sizeBytes === 0) return false;
    const limit = Math.min(segmentBytes, maximumSegmentBytes);
    return sizeBytes + bytes > limit || now - (begunAt ?? now) >= this.#settings.segmentMs;
  }

  #expectOpen(): void {
    if (this.#state === 'closed') {
      throw new LogError('closed', `the log in ${this.folder} is closed; open it again`);
    }
  }

  #expectWritable(): void {
    this.#expectOpen();
    if (this.#syncer.failure) throw this.#syncer.failure;
    if (this.#lock) return;
    throw new LogError('read-only', `the log in ${this.folder} was opened with readOnly`);
  }
}
