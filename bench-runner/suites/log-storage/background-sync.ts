import { setImmediate as nextTurn } from 'node:timers/promises';

/** The same as the defaults of the segment log. */
export const intervalMs = 100;
export const intervalBytes = 8 * 1024 * 1024;

/** Starts a sync in another thread and calls back when it has ended. */
type StartSync = (done: (error?: Error | null) => void) => void;

/** Syncs behind the writes, one sync at a time: every interval, and early once enough bytes wait. */
export class BackgroundSync {
  readonly #start: StartSync;
  readonly #timer: NodeJS.Timeout;
  #unsynced = 0;
  #sinceTurn = 0;
  #syncing: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(start: StartSync) {
    this.#start = start;
    this.#timer = setInterval(() => this.#begin(), intervalMs);
  }

  /**
   * Notes a write and begins a sync that is due.
   *
   * @returns Whether to await `turn`: a loop of synchronous writes lets no timer fire.
   * @throws Error of an earlier sync that failed.
   */
  wrote(bytes: number): boolean {
    if (this.#failure) throw this.#failure;
    this.#unsynced += bytes;
    this.#sinceTurn += bytes;
    if (this.#unsynced >= intervalBytes) this.#begin();
    return this.#sinceTurn >= intervalBytes;
  }

  /** Lets the event loop turn, so that a sync that has ended is noticed. */
  async turn(): Promise<void> {
    this.#sinceTurn = 0;
    await nextTurn();
  }

  /** Resolves when no sync runs. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#syncing;
  }

  #begin(): void {
    if (this.#unsynced === 0 || this.#syncing) return;
    this.#unsynced = 0;
    this.#syncing = new Promise((resolve) => {
      this.#start((error) => {
        this.#failure ??= error ?? undefined;
        this.#syncing = undefined;
        resolve();
      });
    });
  }
}
