import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyByWriting } from './copy-by-writing.ts';

/** What is open and can be closed: a log, or topics. */
interface Closable {
  close(): void | Promise<void>;
}

/** Open copies of a closed log, or of closed topics, each to be compacted once. */
export class CompactionCopies<Opened extends Closable> {
  readonly #original: string;
  readonly #folder: string;
  readonly #open: (folder: string) => Promise<Opened>;
  #logs: Opened[] = [];

  /**
   * @param original Folder of the log or the topics.
   * @param folder Where the copies are made.
   */
  constructor(original: string, folder: string, open: (folder: string) => Promise<Opened>) {
    this.#original = original;
    this.#folder = folder;
    this.#open = open;
  }

  get logs(): readonly Opened[] {
    return this.#logs;
  }

  /** Closes and removes the copies there are and makes as many fresh ones. */
  async renew(count: number): Promise<void> {
    await this.#closeAll();
    for (let index = 0; index < count; index += 1) {
      const copy = this.#placeOf(index);
      copyByWriting(this.#original, copy);
      this.#logs.push(await this.#open(copy));
    }
  }

  /** The first copy, opened anew: what is on the disk and not what is in memory. */
  async reopen(): Promise<Opened> {
    const [log, ...others] = this.#logs;
    if (log === undefined) throw new Error('there is no copy to open anew');
    this.#logs = others;
    await log.close();
    const again = await this.#open(this.#placeOf(0));
    this.#logs = [again, ...others];
    return again;
  }

  async #closeAll(): Promise<void> {
    const logs = this.#logs;
    this.#logs = [];
    for (const [index, log] of logs.entries()) {
      await log.close();
      rmSync(this.#placeOf(index), { recursive: true, force: true });
    }
  }

  #placeOf(index: number): string {
    return join(this.#folder, `copy-${index}`);
  }
}
