interface Entry {
  value: Buffer;
  /** In ms since the epoch; Infinity for a key that stays. */
  expiresAt: number;
  /** Grows with each new key: what `SCAN` counts in. */
  position: number;
  key: string;
}

/** Beyond the bytes of key and value, roughly. */
const entryBytes = 120;
const sampledAtOnce = 500;

/** The keys of one database. A key is its bytes as latin1, so that any bytes will do. */
export class Keyspace {
  readonly #entries = new Map<string, Entry>();
  readonly #expiring = new Set<string>();
  #positions = 0;
  bytes = 0;
  expired = 0;

  get size(): number {
    return this.#entries.size;
  }

  /** Keys that have a time to live. */
  get expiring(): number {
    return this.#expiring.size;
  }

  /** The value of a key that has not expired; one that has is removed. */
  get(key: string): Buffer | undefined {
    return this.#live(key)?.value;
  }

  /** Sets a key; `expiresAt` is kept where it is undefined. */
  set(key: string, value: Buffer, expiresAt: number | undefined): void {
    const old = this.#live(key);
    const expiry = expiresAt ?? old?.expiresAt ?? Number.POSITIVE_INFINITY;
    if (old) {
      this.bytes += value.length - old.value.length;
      old.value = value;
    } else {
      this.#positions += 1;
      this.#entries.set(key, { key, value, expiresAt: expiry, position: this.#positions });
      this.bytes += entryBytes + key.length + value.length;
    }
    this.expireAt(key, expiry);
  }

  delete(key: string): boolean {
    return this.#live(key) !== undefined && this.#remove(key);
  }

  /** When a key expires, Infinity for one that stays; undefined where there is none. */
  expiry(key: string): number | undefined {
    return this.#live(key)?.expiresAt;
  }

  expireAt(key: string, expiresAt: number): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.expiresAt = expiresAt;
    if (expiresAt === Number.POSITIVE_INFINITY) this.#expiring.delete(key);
    else this.#expiring.add(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#expiring.clear();
    this.bytes = 0;
  }

  /** Up to `count` keys that were added after a position, in order, and where to go on; 0 at the end. */
  page(after: number, count: number): { keys: string[]; next: number } {
    const keys: string[] = [];
    for (const { key, position, expiresAt } of this.#entries.values()) {
      if (position <= after) continue;
      if (expiresAt > Date.now()) keys.push(key);
      if (keys.length >= count) return { keys, next: position };
    }
    return { keys, next: 0 };
  }

  /** Removes some of the keys that have expired, so that those nobody asks for go as well. */
  removeExpired(now = Date.now()): void {
    let left = sampledAtOnce;
    for (const key of this.#expiring) {
      if (left === 0) return;
      left -= 1;
      if ((this.#entries.get(key)?.expiresAt ?? 0) <= now) this.#expire(key);
      // To the end of the queue: the others get their turn before it comes back.
      else {
        this.#expiring.delete(key);
        this.#expiring.add(key);
      }
    }
  }

  #live(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt > Date.now()) return entry;
    this.#expire(key);
    return undefined;
  }

  #expire(key: string): void {
    this.expired += 1;
    this.#remove(key);
  }

  #remove(key: string): boolean {
    const entry = this.#entries.get(key);
    if (!entry) return false;
    this.bytes -= entryBytes + key.length + entry.value.length;
    this.#expiring.delete(key);
    return this.#entries.delete(key);
  }
}
