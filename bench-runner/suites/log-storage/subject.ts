/**
 * How far a record has got when it is acknowledged: to the page cache, where it outlives the
 * process; there, with a sync to the disk behind every interval; or to the disk.
 */
export type Durability = 'page-cache' | 'interval' | 'sync';

/** One record as it is produced. */
export interface StorageRecord {
  /** Absent without a key. */
  key?: Uint8Array;
  /** Null withdraws the key: compaction keeps no older value of it. */
  value: Uint8Array | null;
}

export interface StorageOptions {
  durability: Durability;
  /** Size at which a log begins a new segment, in bytes; subjects without segments ignore it. */
  segmentBytes?: number;
  /** Whether reading verifies checksums; true without it. */
  verify?: boolean;
  /** The log is only read, and another thread or process may have it open. */
  readOnly?: boolean;
}

export interface CompactionOutcome {
  bytesBefore: number;
  bytesAfter: number;
  /** Records that are gone because a newer one has their key. */
  recordsRemoved: number;
  /** Keys that were told apart, and the memory that took at its largest, in bytes. */
  distinctKeys?: number;
  keyTableBytes?: number;
}

/** One log: records get ascending offsets from 0 in the order they are appended. */
export interface StorageLog {
  /**
   * Appends records as one batch and returns the offset of the first. What is returned, or what
   * the promise resolves with, is acknowledged under the durability the log was opened with.
   */
  append(records: readonly StorageRecord[]): number | Promise<number>;
  /**
   * Hands at most `maxRecords` records from an offset on to `visit`, in order, and returns how many
   * they were. A value may be a view that is valid during the call only.
   */
  fetch(
    offset: number,
    maxRecords: number,
    visit: (value: Uint8Array | null, offset: number) => void,
  ): number | Promise<number>;
  /** Keeps the newest record of each key; absent where the subject has nothing of the kind. */
  compact?(): Promise<CompactionOutcome>;
  close(): void | Promise<void>;
}

/** Several topics of several partitions each. */
export interface StorageTopics {
  createTopic(topic: string, partitions: number): void | Promise<void>;
  /** Appends to the partition of the records' key, in turn without one; returns the partition. */
  produce(topic: string, records: readonly StorageRecord[]): number | Promise<number>;
  /** As `StorageLog.fetch`, of one partition. */
  fetch(
    topic: string,
    partition: number,
    offset: number,
    maxRecords: number,
    visit: (value: Uint8Array | null, offset: number) => void,
  ): number | Promise<number>;
  /** The next offset of each partition. */
  endOffsets(topic: string): number[];
  compact(topic: string): Promise<CompactionOutcome>;
  close(): void | Promise<void>;
}

/** What a program that does nothing but file calls is asked to repeat. */
export type BareWork =
  /** Writes `bytes` at the end of a file of at most `fileBytes`, which then starts anew. */
  | { kind: 'append'; bytes: number; fileBytes: number; durability: Durability }
  /** Reads `bytes` at ascending positions of a file of `fileBytes`, from the start again at its end. */
  | { kind: 'read'; bytes: number; fileBytes: number }
  /** Reads `bytes` at seeded random multiples of `bytes` in a file of `fileBytes`. */
  | { kind: 'random-read'; bytes: number; fileBytes: number; seed: number };

/** A running program that repeats one piece of work. */
export interface BareProgram {
  /** @param took Told how long each piece took, in ns; only programs of this process tell. */
  run(count: number, took?: (nanoseconds: number) => void): Promise<void>;
  /** Throws if what it wrote or read is not what was asked for. */
  check(): Promise<void>;
  /** CPU it has used since it started, user and system, in µs. */
  cpuMicros(): Promise<{ user: number; system: number }>;
  close(): Promise<void>;
}

/** What a subject of the suite exports as its default; exactly one of `open` and `start` is there. */
export interface StorageSubject {
  /** Opens a log in a folder, which may be empty. */
  open?(folder: string, options: StorageOptions): StorageLog | Promise<StorageLog>;
  /** Opens topics in a folder, which may be empty; absent where the subject has none. */
  openTopics?(folder: string, options: StorageOptions): StorageTopics | Promise<StorageTopics>;
  /** References that are no log: starts a program that makes the bare file calls. */
  start?(folder: string, work: BareWork): BareProgram | Promise<BareProgram>;
}
