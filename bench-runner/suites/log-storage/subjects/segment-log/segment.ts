import { join } from 'node:path';
import { fromSystem } from './errors.ts';
import { type LogFiles, readAll, writeAll } from './files.ts';
import { type SegmentSummary, writeIndexFiles } from './index-file.ts';
import { type BatchBuffer, checksumIn } from './record-batch.ts';
import { SparseIndex } from './sparse-index.ts';

export const segmentSuffix = '.log';
/** Largest segment, in bytes: positions in indexes are unsigned 32-bit integers. */
export const maximumSegmentBytes = 2 ** 31 - 1;

/** File name of a segment without its suffix: its first offset in 20 digits. */
export function segmentName(baseOffset: number): string {
  return String(baseOffset).padStart(20, '0');
}

/** What is known of a segment when it is opened. */
export interface SegmentState {
  sizeBytes: number;
  nextOffset: number;
  records: number;
  newestTimestamp: number;
  /** Where its last batch begins, and the checksum of that; both 0 without one. */
  lastBatchAt: number;
  lastChecksum: number;
  index: SparseIndex;
  /** Position from which on the file holds no batches, with the reason; only when reading alone. */
  fault?: { position: number; reason: string };
}

/** A file of batches with ascending offsets, and what says where they lie. */
export class Segment {
  readonly baseOffset: number;
  /** Path without a suffix. */
  readonly path: string;
  readonly #files: LogFiles;
  readonly #writable: boolean;
  #fd: number | undefined;
  /** Syncs that run, and descriptors to be closed after them. */
  #syncs = 0;
  #retired: number[] = [];
  indexSaysSynced = false;
  sizeBytes: number;
  nextOffset: number;
  records: number;
  newestTimestamp: number;
  lastBatchAt: number;
  lastChecksum: number;
  index: SparseIndex;
  fault: SegmentState['fault'];
  /** Bytes known to be on the disk. */
  syncedBytes = 0;
  /**
   * Whether somebody may rely on its being on the disk; compaction then does not put a file in its
   * place that is not.
   */
  isPromised = false;
  /** Deleted by retention. */
  isDeleted = false;
  /** Rises when compaction replaces the file, so that what was read before is not used on. */
  generation = 0;
  /** When its first record was appended, in ms of the wall clock; undefined before. */
  begunAt: number | undefined;

  constructor(
    files: LogFiles,
    folder: string,
    baseOffset: number,
    state: SegmentState,
    writable: boolean,
  ) {
    this.#files = files;
    this.#writable = writable;
    this.baseOffset = baseOffset;
    this.path = join(folder, segmentName(baseOffset));
    this.sizeBytes = state.sizeBytes;
    this.nextOffset = state.nextOffset;
    this.records = state.records;
    this.newestTimestamp = state.newestTimestamp;
    this.lastBatchAt = state.lastBatchAt;
    this.lastChecksum = state.lastChecksum;
    this.index = state.index;
    this.fault = state.fault;
  }

  /** An empty segment in a new file. */
  static create(
    files: LogFiles,
    folder: string,
    baseOffset: number,
    intervalBytes: number,
  ): Segment {
    const segment = new Segment(
      files,
      folder,
      baseOffset,
      emptyState(baseOffset, intervalBytes),
      true,
    );
    segment.#fd = call(`create ${segment.name}`, () =>
      files.open(segment.path + segmentSuffix, 'wx+'),
    );
    return segment;
  }

  get name(): string {
    return segmentName(this.baseOffset) + segmentSuffix;
  }

  /** The open file; opened when it is first needed, so that many segments need few descriptors. */
  get fd(): number {
    this.#fd ??= call(`open ${this.name}`, () =>
      this.#files.open(this.path + segmentSuffix, this.#writable ? 'r+' : 'r'),
    );
    return this.#fd;
  }

  /** Goes on with a file that is open: what others rename or delete meanwhile stays readable. */
  adopt(fd: number): void {
    this.#fd = fd;
  }

  /** Appends a batch whose bytes stand at the beginning of the buffer. */
  append(
    { bytes, view }: BatchBuffer,
    length: number,
    baseOffset: number,
    records: number,
    newestTimestamp: number,
  ): void {
    try {
      writeAll(this.#files, this.fd, bytes, length, this.sizeBytes);
    } catch (error) {
      this.#cutUnfinished();
      throw fromSystem(error, `append to ${this.name}`);
    }
    this.index.add(baseOffset - this.baseOffset, this.sizeBytes, this.newestTimestamp);
    this.lastBatchAt = this.sizeBytes;
    this.lastChecksum = checksumIn(view, 0);
    this.sizeBytes += length;
    this.nextOffset = baseOffset + records;
    this.records += records;
    if (newestTimestamp > this.newestTimestamp) this.newestTimestamp = newestTimestamp;
  }

  /** Reads bytes of the segment to the beginning of the buffer; returns how many there were. */
  read(into: BatchBuffer, position: number, length: number): number {
    const wanted = Math.min(length, this.sizeBytes - position);
    if (wanted <= 0) return 0;
    into.reserve(wanted);
    const fd = this.fd;
    try {
      return readAll(this.#files, fd, into.bytes, wanted, position);
    } catch (error) {
      throw fromSystem(error, `read ${this.name}`);
    }
  }

  /** Brings all that was appended so far to the disk. */
  async sync(): Promise<void> {
    const { fd, sizeBytes, generation } = this;
    this.isPromised = true;
    this.#syncs += 1;
    try {
      await this.#files.sync(fd);
    } finally {
      this.#syncs -= 1;
      if (this.#syncs === 0) for (const each of this.#retired.splice(0)) this.#files.close(each);
    }
    // Compaction may have put another file in its place.
    if (generation !== this.generation) return;
    this.syncedBytes = Math.max(this.syncedBytes, sizeBytes);
  }

  /** The same, holding up the thread. */
  syncNow(): void {
    this.isPromised = true;
    if (this.syncedBytes >= this.sizeBytes) return;
    call(`sync ${this.name}`, () => this.#files.syncNow(this.fd));
    this.syncedBytes = this.sizeBytes;
  }

  /** Writes its index files, so that opening it again need not read it. */
  writeIndexes(): void {
    call(`write the indexes of ${this.name}`, () =>
      writeIndexFiles(this.#files, this.path, this.summary(), this.index),
    );
    this.indexSaysSynced = this.syncedBytes >= this.sizeBytes;
  }

  /** Has the index files of a closed segment say that it is on the disk, should they not. */
  noteSynced(): void {
    if (this.indexSaysSynced || this.syncedBytes < this.sizeBytes) return;
    this.writeIndexes();
  }

  summary(): SegmentSummary {
    return {
      logBytes: this.sizeBytes,
      baseOffset: this.baseOffset,
      nextOffset: this.nextOffset,
      records: this.records,
      newestTimestamp: this.newestTimestamp,
      lastBatchAt: this.lastBatchAt,
      lastChecksum: this.lastChecksum,
      synced: this.syncedBytes >= this.sizeBytes,
    };
  }

  /** After its file was replaced by one of the same offsets with fewer records. */
  replaced(state: SegmentState, synced: boolean): void {
    this.close();
    this.sizeBytes = state.sizeBytes;
    this.records = state.records;
    this.newestTimestamp = state.newestTimestamp;
    this.lastBatchAt = state.lastBatchAt;
    this.lastChecksum = state.lastChecksum;
    this.index = state.index;
    this.syncedBytes = synced ? state.sizeBytes : 0;
    this.indexSaysSynced = false;
    this.generation += 1;
  }

  /** Closes the file, after the syncs that run; it opens again when it is needed. */
  close(): void {
    if (this.#fd === undefined) return;
    const fd = this.#fd;
    this.#fd = undefined;
    // The number would mean another file, should one be opened before the sync has begun.
    if (this.#syncs > 0) this.#retired.push(fd);
    else this.#files.close(fd);
  }

  /** Closes the file unless it might be another one when it is opened again. */
  rest(): void {
    if (this.#writable) this.close();
  }

  /** Takes bytes of a batch that could not be written whole off the file again. */
  #cutUnfinished(): void {
    try {
      this.#files.truncate(this.fd, this.sizeBytes);
    } catch {
      // The next append writes over them, and opening cuts them.
    }
  }
}

export function emptyState(baseOffset: number, intervalBytes: number): SegmentState {
  return {
    sizeBytes: 0,
    nextOffset: baseOffset,
    records: 0,
    newestTimestamp: Number.NEGATIVE_INFINITY,
    lastBatchAt: 0,
    lastChecksum: 0,
    index: new SparseIndex(intervalBytes),
  };
}

function call<Result>(doing: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw fromSystem(error, doing);
  }
}
