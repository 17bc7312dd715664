import type { StoredRecord } from '../options.ts';

/**
 * A log whose record at each offset follows from the offset, so that whoever opens it, in whatever
 * process, knows what must be there without having been told.
 */
export interface History {
  seed: number;
  /** Distinct keys; one record in eight has none. */
  keys: number;
  /** Most bytes of the values that are longer than 255, one in about sixty; none are without it. */
  longest?: number;
}

/** Timestamp of the record at offset 0; each later one is a millisecond younger. */
export const firstTimestamp = 1_700_000_000_000;

/** The record that belongs at an offset. */
export function recordAt(history: History, offset: number): StoredRecord {
  const hash = mix(history.seed, offset);
  const key = keyAt(history, offset);
  return {
    offset,
    timestamp: firstTimestamp + offset,
    key: key === null ? null : Buffer.from(key),
    value: isTombstone(history, offset) ? null : filled(lengthOf(history, hash), hash, offset),
    headers:
      (hash >>> 4) % 6 === 0
        ? [
            { key: 'trace', value: filled(16, hash, offset) },
            { key: '', value: new Uint8Array(0) },
          ]
        : [],
  };
}

/** The records from an offset on. */
export function recordsFrom(history: History, offset: number, count: number): StoredRecord[] {
  return Array.from({ length: count }, (_, index) => recordAt(history, offset + index));
}

/** Key of the record at an offset; null without one. */
export function keyAt({ seed, keys }: History, offset: number): string | null {
  const hash = mix(seed, offset);
  return hash % 8 === 0 ? null : `key-${(hash >>> 3) % keys}`;
}

/** Whether the record at an offset withdraws its key, as one in ten of those with a key does. */
export function isTombstone(history: History, offset: number): boolean {
  return keyAt(history, offset) !== null && (mix(history.seed, offset) >>> 9) % 10 === 0;
}

/** What differs between two records; null if nothing does. */
export function difference(actual: StoredRecord, expected: StoredRecord): string | null {
  if (actual.offset !== expected.offset) return `offset ${actual.offset}`;
  if (actual.timestamp !== expected.timestamp) return `timestamp ${actual.timestamp}`;
  if (!sameBytes(actual.key, expected.key)) return 'key';
  if (!sameBytes(actual.value, expected.value)) return 'value';
  const sameHeaders =
    actual.headers.length === expected.headers.length &&
    expected.headers.every(({ key, value }, index) => {
      const header = actual.headers[index];
      return header !== undefined && header.key === key && sameBytes(header.value, value);
    });
  return sameHeaders ? null : 'headers';
}

function sameBytes(actual: Uint8Array | null, expected: Uint8Array | null): boolean {
  if (actual === null || expected === null) return actual === expected;
  return Buffer.compare(actual, expected) === 0;
}

function lengthOf({ longest }: History, hash: number): number {
  const long = longest !== undefined && (hash >>> 5) % 61 === 0;
  return long ? 256 + (hash % (longest - 255)) : (hash >>> 16) % 256;
}

/** Bytes that tell which record of which history they belong to. */
function filled(length: number, hash: number, offset: number): Uint8Array {
  const pattern = Buffer.alloc(12);
  pattern.writeUInt32LE(hash, 0);
  pattern.writeDoubleLE(offset, 4);
  return Buffer.alloc(length, pattern);
}

/** 32 bits that depend on every bit of both numbers: the finisher of MurmurHash3. */
function mix(seed: number, offset: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(offset + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
