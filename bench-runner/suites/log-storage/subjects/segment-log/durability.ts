import type { Durability } from '../../subject.ts';
import { fromSystem, LogError } from './errors.ts';
import type { Segment } from './segment.ts';

interface Waiting {
  offset: number;
  resolve: () => void;
  reject: (error: LogError) => void;
}

export interface SyncerOptions {
  durability: Durability;
  /** Under `interval`. */
  intervalMs: number;
  intervalBytes: number;
  /** Brings the names of new segments to the disk. */
  syncNames(): void;
}

/**
 * Brings what was appended to the disk when the log's durability asks for it. One sync runs at a
 * time and covers everything appended before it began: callers that wait share it (group commit).
 */
export class Syncer {
  readonly #options: SyncerOptions;
  readonly #timer: NodeJS.Timeout | undefined;
  /** Segments that may have bytes that were not synced, in order. */
  #dirty: Segment[];
  #namesChanged = false;
  #unsyncedBytes = 0;
  #syncedOffset: number;
  #endOffset: number;
  #running: Promise<void> | undefined;
  #waiting: Waiting[] = [];
  #failure: LogError | undefined;

  /** @param segments Of the log as it was opened: an earlier process may not have synced them. */
  constructor(segments: readonly Segment[], endOffset: number, options: SyncerOptions) {
    this.#options = options;
    this.#dirty = segments.filter(needsSync);
    this.#syncedOffset = this.#dirty[0]?.baseOffset ?? endOffset;
    this.#endOffset = endOffset;
    if (options.durability === 'interval') {
      this.#timer = setInterval(() => this.#begin(), options.intervalMs);
      this.#timer.unref();
    }
  }

  /** Told of each append. @throws LogError if an earlier sync failed: the log must be opened anew. */
  appended(segment: Segment, bytes: number, endOffset: number): void {
    if (this.#failure) throw this.#failure;
    this.#endOffset = endOffset;
    if (this.#dirty[this.#dirty.length - 1] !== segment) this.#dirty.push(segment);
    this.#unsyncedBytes += bytes;
    if (
      this.#options.durability === 'interval' &&
      this.#unsyncedBytes >= this.#options.intervalBytes
    ) {
      this.#begin();
    }
  }

  /** Told of segments whose names were not synced. */
  created(): void {
    this.#namesChanged = true;
  }

  /** Told that segments were deleted. */
  deleted(): void {
    this.#dirty = this.#dirty.filter(needsSync);
  }

  get failure(): LogError | undefined {
    return this.#failure;
  }

  /** Resolves when everything before an offset is on the disk. */
  upTo(offset: number): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#syncedOffset >= offset && !this.#namesChanged) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ offset, resolve, reject });
      this.#begin();
    });
  }

  /** Ends the timer and waits for the syncs that callers wait for. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    while (this.#running) await this.#running;
  }

  #begin(): void {
    if (this.#running || this.#failure) return;
    if (this.#waiting.length === 0 && !this.#dirty.some(needsSync)) return;
    this.#running = this.#sync().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0) this.#begin();
    });
  }

  async #sync(): Promise<void> {
    const end = this.#endOffset;
    this.#unsyncedBytes = 0;
    try {
      // A list of its own: what is appended meanwhile waits for the next sync.
      for (const segment of [...this.#dirty]) if (needsSync(segment)) await segment.sync();
      if (this.#namesChanged) {
        this.#options.syncNames();
        this.#namesChanged = false;
      }
    } catch (error) {
      this.#fail(fromSystem(error, 'sync the log'));
      return;
    }
    this.#syncedOffset = end;
    this.#dirty = this.#dirty.filter(needsSync);
    const done = this.#waiting.filter(({ offset }) => offset <= end);
    this.#waiting = this.#waiting.filter(({ offset }) => offset > end);
    for (const { resolve } of done) resolve();
  }

  /**
   * After a failed sync the system may have dropped what it could not write, and a second sync
   * would succeed without it: nothing more is acknowledged.
   */
  #fail(cause: LogError): void {
    this.#failure = new LogError(
      cause.code,
      `${cause.message}; close the log and open it again, which keeps what is on the disk`,
      { cause },
    );
    for (const { reject } of this.#waiting) reject(this.#failure);
    this.#waiting = [];
  }
}

/** Whether a stop of the machine could take something of a segment. */
export function needsSync(segment: Segment): boolean {
  return !segment.isDeleted && segment.syncedBytes < segment.sizeBytes;
}

/** Has the indexes of closed segments say that these are on the disk, where they are. */
export function noteSynced(segments: readonly Segment[]): void {
  for (const segment of segments) {
    try {
      segment.noteSynced();
    } catch {
      // Indexes that cannot be written are made again when the log is opened.
      return;
    }
  }
}
