import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { intervalBytes } from '../background-sync.ts';
import type { StorageLog, StorageOptions, StorageRecord, StorageSubject } from '../subject.ts';
import { openLog } from './fill.ts';
import { nanosecondsSince } from './latency-histogram.ts';
import { batchesOf } from './produce-batches.ts';
import { expectReadBack } from './produce-read-back.ts';

interface RotatingLogSettings {
  subject: StorageSubject;
  /** Where the logs lie, one after the other. */
  folder: string;
  options: StorageOptions;
  /** Values that messages have in turn, all of one length. */
  values: readonly Uint8Array[];
  /** Messages that are appended at a time. */
  batch: number;
  /** Messages after which a log is closed and removed and a new one begins. */
  messagesPerLog: number;
}

/** Messages that a check appends before it reads back: as many as there are values. */
const checkedMessages = 256;
/** The same under `sync`, where each batch waits for the disk. */
const checkedSyncs = 8;

/** A log that is written with values in turn, and rotated: what lies on the disk stays bounded. */
export class RotatingLog {
  readonly #settings: RotatingLogSettings;
  readonly #batches: readonly StorageRecord[][];
  /**
   * Under `interval` the event loop has a turn as often as with the references, since a subject may
   * wait for timers or for the end of a sync: a loop of synchronous appends never lets it.
   */
  readonly #batchesPerTurn: number;
  #log: StorageLog;
  #folder: string;
  #generation = 0;
  #end = 0;
  #nextBatch = 0;
  /** Which value the first message of this log has. */
  #firstValue = 0;
  #batchesSinceTurn = 0;

  private constructor(settings: RotatingLogSettings, log: StorageLog, folder: string) {
    const { values, batch, options } = settings;
    this.#settings = settings;
    this.#log = log;
    this.#folder = folder;
    this.#batches = batchesOf(values, batch);
    const batchBytes = batch * values[0]!.length;
    this.#batchesPerTurn =
      options.durability === 'interval' ? Math.ceil(intervalBytes / batchBytes) : Infinity;
  }

  static async open(settings: RotatingLogSettings): Promise<RotatingLog> {
    const folder = join(settings.folder, 'log-0');
    const log = await openLog(settings.subject, folder, settings.options);
    return new RotatingLog(settings, log, folder);
  }

  /** What is written now; another after each rotation. */
  get current(): StorageLog {
    return this.#log;
  }

  get folder(): string {
    return this.#folder;
  }

  /** Messages in the current log: the offset that the next one gets. */
  get end(): number {
    return this.#end;
  }

  /** Whether the next log is due. */
  get full(): boolean {
    return this.#end >= this.#settings.messagesPerLog;
  }

  valueAt(offset: number): Uint8Array {
    const { values } = this.#settings;
    return values[(this.#firstValue + offset) % values.length]!;
  }

  /** Appends batches, each acknowledged before the next, and rotates the log when it is full. */
  async produce(count: number, took?: (nanoseconds: number) => void): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      const wait = this.ready();
      if (wait !== undefined) await wait;
      const due = this.#end;
      const begun = took === undefined ? 0 : performance.now();
      const acknowledged = this.append();
      const offset = typeof acknowledged === 'number' ? acknowledged : await acknowledged;
      took?.(nanosecondsSince(begun));
      expectOffset(offset, due);
    }
  }

  /** To be waited for before an append: rotates a full log, and lets the event loop turn. */
  ready(): undefined | Promise<void> {
    if (this.full) return this.rotate();
    this.#batchesSinceTurn += 1;
    if (this.#batchesSinceTurn < this.#batchesPerTurn) return undefined;
    this.#batchesSinceTurn = 0;
    return nextTurn();
  }

  /** Appends the next batch; what is returned or resolved with is acknowledged. */
  append(): number | Promise<number> {
    const batch = this.#batches[this.#nextBatch]!;
    this.#nextBatch = this.#nextBatch + 1 === this.#batches.length ? 0 : this.#nextBatch + 1;
    this.#end += batch.length;
    return this.#log.append(batch);
  }

  /** Closes the log, removes it, and begins another. No append may be in flight. */
  async rotate(): Promise<void> {
    const { subject, folder, options, values, batch } = this.#settings;
    await this.#log.close();
    rmSync(this.#folder, { recursive: true, force: true });
    this.#generation += 1;
    this.#folder = join(folder, `log-${this.#generation}`);
    this.#log = await openLog(subject, this.#folder, options);
    this.#end = 0;
    this.#firstValue = (this.#nextBatch * batch) % values.length;
  }

  /**
   * Appends some more and reads back what the log holds, before and after it was closed and opened.
   *
   * @throws {Error} if it is not what was appended.
   */
  async check(): Promise<void> {
    const { subject, options, batch } = this.#settings;
    const messages = options.durability === 'sync' ? checkedSyncs : checkedMessages;
    await this.produce(Math.ceil(messages / batch));
    await this.#expectReadBack();
    await this.#log.close();
    this.#log = await openLog(subject, this.#folder, options);
    await this.#expectReadBack();
  }

  #expectReadBack(): Promise<void> {
    return expectReadBack(this.#log, this.#end, (offset) => this.valueAt(offset));
  }

  async close(): Promise<void> {
    await this.#log.close();
  }
}

/** @throws {Error} if a batch was acknowledged with another offset than that of its first message. */
export function expectOffset(offset: number, due: number): void {
  if (offset !== due) {
    throw new Error(`a batch was acknowledged at offset ${offset}; expected ${due}`);
  }
}
