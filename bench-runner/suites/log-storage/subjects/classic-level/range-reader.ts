import type { ClassicLevel, EntryIterator } from 'classic-level';
import { keyOffset, offsetKey } from './offset-key.ts';

/** Bytes of entries that one step of an iterator may hold: it asks for a block of its own size. */
const stepBytes = 1024 * 1024;
/** Entries that one step returns at most. */
const stepEntries = 1_000;

/** Reads entries by offset, and goes on with the same iterator where it left off. */
export class RangeReader {
  readonly #db: ClassicLevel;
  /** Where the iterator that is kept goes on; it is taken out while it is used. */
  #kept: { iterator: EntryIterator; at: number } | undefined;

  constructor(db: ClassicLevel) {
    this.#db = db;
  }

  /** Hands on at most `maxEntries` from an offset on and returns how many they were. */
  async read(
    offset: number,
    maxEntries: number,
    visit: (stored: Buffer, offset: number) => void,
  ): Promise<number> {
    let iterator = this.#take(offset);
    let fresh = iterator === undefined;
    iterator ??= this.#open(offset);
    let next = offset;
    let count = 0;
    while (count < maxEntries) {
      const entries = await iterator.nextv(Math.min(maxEntries - count, stepEntries));
      for (const [key, stored] of entries) {
        const at = keyOffset(key);
        visit(stored, at);
        next = at + 1;
      }
      count += entries.length;
      if (entries.length > 0) continue;
      await iterator.close();
      if (fresh) return count;
      // An iterator sees what was there when it was opened: a new one may see more.
      iterator = this.#open(next);
      fresh = true;
    }
    await this.close();
    this.#kept = { iterator, at: next };
    return count;
  }

  /** Closes the iterator that is kept. */
  async close(): Promise<void> {
    const kept = this.#kept;
    this.#kept = undefined;
    await kept?.iterator.close();
  }

  #take(offset: number): EntryIterator | undefined {
    if (this.#kept?.at !== offset) return undefined;
    const { iterator } = this.#kept;
    this.#kept = undefined;
    return iterator;
  }

  #open(offset: number): EntryIterator {
    return this.#db.iterator({ gte: offsetKey(offset), highWaterMarkBytes: stepBytes });
  }
}
