import type { Durability } from '../../subject.ts';
import type { LogFiles } from './files.ts';

/** How a partition's log is kept. */
export interface LogOptions {
  /** When a record counts as acknowledged; `page-cache` without it. */
  durability?: Durability;
  /** Under `interval`: time between syncs, in ms; 100 without it. */
  syncIntervalMs?: number;
  /** Under `interval`: bytes written after which a sync begins early; 8 MiB without it. */
  syncIntervalBytes?: number;
  /** Size at which a new segment begins, in bytes; 64 MiB without it, 2 GiB - 1 at most. */
  segmentBytes?: number;
  /** Age of its first record at which a new segment begins, in ms; never without it. */
  segmentMs?: number;
  /** Total size above which the oldest segments are deleted, in bytes; never without it. */
  retentionBytes?: number;
  /** Age of their newest record at which segments are deleted, in ms; never without it. */
  retentionMs?: number;
  /**
   * Age at which compaction removes tombstones themselves, in ms; a day without it. A reader who
   * is further behind may miss that a key was withdrawn.
   */
  tombstoneRetentionMs?: number;
  /** Bytes between two entries of the offset and time index; 1,024 without it. An entry takes 16 bytes. */
  indexIntervalBytes?: number;
  /** Whether reading verifies checksums; true without it. */
  verify?: boolean;
  /** Only reads: takes no lock, changes nothing, and sees what was there when it was opened or refreshed. */
  readOnly?: boolean;
  /** The file calls; Node’s own without it. */
  files?: LogFiles;
}

export interface RecordHeader {
  key: string;
  value: Uint8Array;
}

/** A record as it is appended. */
export interface LogRecord {
  key?: Uint8Array | null;
  /** Null is a tombstone: compaction removes what its key had. */
  value: Uint8Array | null;
  /** Milliseconds since 1970; the time of the call without it. */
  timestamp?: number;
  headers?: readonly RecordHeader[];
}

/** A record as it is read; key, value and headers are copies that the caller may keep. */
export interface StoredRecord {
  offset: number;
  timestamp: number;
  key: Uint8Array | null;
  value: Uint8Array | null;
  headers: RecordHeader[];
}

/** What a compaction did. */
export interface CompactionReport {
  bytesBefore: number;
  bytesAfter: number;
  /** Records that were removed because a newer one has their key. */
  recordsRemoved: number;
  distinctKeys: number;
  /** Memory of the table of keys at its largest, in bytes. */
  keyTableBytes: number;
  durationMs: number;
}
