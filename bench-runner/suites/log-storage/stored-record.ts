import type { StorageRecord } from './subject.ts';

/** Bits of the first byte of a stored record. */
const hasKey = 1;
const isNull = 2;
/** The first byte and, with a key, two for its length. */
const keyStart = 3;

/** Length in bytes that `encodeRecord` writes. */
export function encodedLength({ key, value }: StorageRecord): number {
  return (key ? keyStart + key.length : 1) + (value?.length ?? 0);
}

/**
 * Writes a record as the key-value subjects store it at its offset: a byte that says what follows,
 * the key behind its length, and the value.
 *
 * @throws RangeError for a key that is longer than 65,535 bytes.
 */
export function encodeRecord({ key, value }: StorageRecord, into: Buffer): void {
  into[0] = (key ? hasKey : 0) | (value ? 0 : isNull);
  let position = 1;
  if (key) {
    into.writeUInt16BE(key.length, 1);
    into.set(key, keyStart);
    position = keyStart + key.length;
  }
  if (value) into.set(value, position);
}

/** A view of the value of a stored record; null for a tombstone. */
export function storedValue(stored: Uint8Array): Uint8Array | null {
  const bits = stored[0] ?? 0;
  if (bits & isNull) return null;
  // A buffer that is used again may be longer than the record: its end is told by `length`.
  return stored.subarray(bits & hasKey ? keyStart + keyLength(stored) : 1, stored.length);
}

/** Tells which records a newer one has replaced; it is shown them from the newest to the oldest. */
export class NewestKeys {
  readonly #seen = new Set<string>();

  /** Whether a record shown before has the key of this one; records without a key stay. */
  isReplaced(stored: Uint8Array): boolean {
    if (((stored[0] ?? 0) & hasKey) === 0) return false;
    const key = stored.subarray(keyStart, keyStart + keyLength(stored));
    const text = Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1');
    if (this.#seen.has(text)) return true;
    this.#seen.add(text);
    return false;
  }
}

function keyLength(stored: Uint8Array): number {
  return ((stored[1] ?? 0) << 8) | (stored[2] ?? 0);
}
