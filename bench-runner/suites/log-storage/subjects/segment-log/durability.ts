import type { Durability } from '../../subject.ts';
import { fromSystem, LogError } from './errors.ts';
import type { LogFiles } from './files.ts';
import type { Segment } from './segment.ts';

interface Waiting {
  offset: number;
  resolve: () => void;
  reject: (error: LogError) => void;
}

/**
 * Brings what was appended to the disk when the log's durability asks for it. One sync runs at a
 * time and covers everything appended before it began: callers that wait share it (group commit).
 */
export class Syncer {
  readonly #files: LogFiles;
  readonly #durability: Durability;
  readonly #intervalBytes: number;
  readonly #timer: NodeJS.Timeout | undefined;
  /** Segments with bytes that were not synced, in order; the last is the active one. */
  #dirty: Segment[] = [];
  #unsyncedBytes = 0;
  #syncedOffset: number;
  #endOffset: number;
  #running: Promise<void> | undefined;
  #waiting: Waiting[] = [];
  #failure: LogError | undefined;

  constructor(
    files: LogFiles,
    durability: Durability,
    interval: { ms: number; bytes: number },
    endOffset: number,
  ) {
    this.#files = files;
    this.#durability = durability;
    this.#intervalBytes = interval.bytes;
    this.#syncedOffset = endOffset;
    this.#endOffset = endOffset;
    if (durability === 'interval') {
      this.#timer = setInterval(() => this.#begin(), interval.ms);
      this.#timer.unref();
    }
  }

  /** Told of each append. @throws LogError if an earlier sync failed: the log must be opened anew. */
  appended(segment: Segment, bytes: number, endOffset: number): void {
    if (this.#failure) throw this.#failure;
    this.#endOffset = endOffset;
    if (this.#dirty.at(-1) !== segment) this.#dirty.push(segment);
    this.#unsyncedBytes += bytes;
    if (this.#durability === 'interval' && this.#unsyncedBytes >= this.#intervalBytes) {
      this.#begin();
    }
  }

  get failure(): LogError | undefined {
    return this.#failure;
  }

  /** Resolves when everything before an offset is on the disk. */
  upTo(offset: number): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#syncedOffset >= offset) return Promise.resolve();
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
    if (this.#running || this.#failure || this.#dirty.length === 0) return;
    this.#running = this.#sync().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0) this.#begin();
    });
  }

  async #sync(): Promise<void> {
    const segments = this.#dirty.map((segment) => ({ segment, bytes: segment.sizeBytes }));
    const end = this.#endOffset;
    this.#unsyncedBytes = 0;
    try {
      for (const { segment, bytes } of segments) {
        await this.#files.sync(segment.fd);
        segment.syncedBytes = Math.max(segment.syncedBytes, bytes);
      }
    } catch (error) {
      this.#fail(fromSystem(error, 'sync the log'));
      return;
    }
    this.#syncedOffset = end;
    this.#dirty = this.#dirty.filter((segment) => segment.syncedBytes < segment.sizeBytes);
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
