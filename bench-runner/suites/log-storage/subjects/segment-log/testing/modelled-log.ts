import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LogError, PartitionLog } from '../index.ts';
import type { LogOptions, StoredRecord } from '../options.ts';
import { difference } from './history.ts';
import { LogModel } from './log-model.ts';
import type { LogStep } from './log-steps.ts';

/** A log, a second one that only reads the same folder, and the lists that say what both hold. */
export class ModelledLog {
  readonly #folder: string;
  #options: LogOptions;
  #log: PartitionLog;
  #model = new LogModel();
  #reader: PartitionLog;
  /** What the reader sees: the log as it was at its last refresh. */
  #readerModel = new LogModel();

  private constructor(
    folder: string,
    options: LogOptions,
    log: PartitionLog,
    reader: PartitionLog,
  ) {
    this.#folder = folder;
    this.#options = options;
    this.#log = log;
    this.#reader = reader;
  }

  static async open(folder: string, options: LogOptions): Promise<ModelledLog> {
    const log = await PartitionLog.open(folder, options);
    const reader = await PartitionLog.open(folder, { readOnly: true });
    return new ModelledLog(folder, options, log, reader);
  }

  /** @throws Error where the log and its model differ. */
  async take(step: LogStep): Promise<void> {
    const log = this.#log;
    const model = this.#model;
    switch (step.do) {
      case 'append':
      case 'produce': {
        const expected = model.endOffset;
        const base = await log[step.do](step.records);
        equal('offset of the first record appended', base, expected);
        model.append(step.records);
        break;
      }
      case 'read':
        compareRead(log, model, step);
        compareRead(this.#reader, this.#readerModel, step);
        break;
      case 'scan':
        compareScan(log, model, step);
        break;
      case 'find':
        equal('found', log.offsetForTime(step.timestamp), model.offsetForTime(step.timestamp));
        break;
      case 'reopen':
        await this.#reopen(step.options);
        break;
      case 'roll':
        log.roll();
        break;
      case 'flush':
        await log.flush();
        break;
      case 'compact':
        await this.#compact();
        break;
      case 'retain':
        this.#retain();
        break;
      case 'refresh':
        this.#reader.refresh();
        this.#readerModel = model.copy();
        compareAll(this.#reader, this.#readerModel);
        break;
    }
    equal('end', log.endOffset, model.endOffset);
    equal('start', log.startOffset, model.startOffset);
  }

  /** Compares the whole of both, and closes the log. */
  async end(): Promise<void> {
    compareAll(this.#log, this.#model);
    compareAll(this.#reader, this.#readerModel);
    await this.#reopen(this.#options);
    await this.close();
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.#log.close();
  }

  async #reopen(options: LogOptions): Promise<void> {
    await this.#log.close();
    this.#options = options;
    this.#log = await PartitionLog.open(this.#folder, options);
    equal('bytes cut from a whole log', this.#log.recovery.cutBytes, 0);
    compareAll(this.#log, this.#model);
  }

  async #compact(): Promise<void> {
    const active = this.#segments().at(-1)?.base ?? 0;
    const report = await this.#log.compact();
    const removed = this.#model.compactBelow(active, this.#options.tombstoneRetentionMs === 0);
    equal('records removed', report.recordsRemoved, removed);
    equal('bytes after', report.bytesAfter, this.#bytes(this.#segments().slice(0, -1)));
    compareAll(this.#log, this.#model);
  }

  #retain(): void {
    const { retentionBytes = 0, retentionMs } = this.#options;
    const segments = this.#segments();
    let expected = 0;
    // All timestamps are years old.
    const isExpired = retentionMs !== Number.POSITIVE_INFINITY;
    while (expected < segments.length - 1) {
      if (!isExpired && this.#bytes(segments.slice(expected)) <= retentionBytes) break;
      expected += 1;
    }
    equal('segments deleted', this.#log.applyRetention(), expected);
    if (expected > 0) this.#model.deleteBelow(segments[expected]?.base ?? 0);
    compareAll(this.#log, this.#model);
  }

  #segments(): { base: number; bytes: number }[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.log'))
      .sort()
      .map((name) => ({
        base: Number(name.slice(0, -4)),
        bytes: statSync(join(this.#folder, name)).size,
      }));
  }

  #bytes(segments: readonly { bytes: number }[]): number {
    return segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

type ReadStep = Extract<LogStep, { do: 'read' }>;
type ScanStep = Extract<LogStep, { do: 'scan' }>;

function compareRead(
  log: PartitionLog,
  model: LogModel,
  { place, maxRecords, maxBytes }: ReadStep,
) {
  const offset = offsetAt(model, place);
  if (offset === undefined) {
    expectOutOfRange(() => log.read(model.endOffset + 1));
    return;
  }
  const records = log.read(offset, { maxRecords, maxBytes });
  const expected = model.from(offset);
  let count = 0;
  for (let bytes = 0; count < Math.min(expected.length, maxRecords ?? 1_000); ) {
    const { key, value } = expected[count]!;
    bytes += (key?.length ?? 0) + (value?.length ?? 0);
    count += 1;
    if (bytes >= (maxBytes ?? 1 << 20)) break;
  }
  sameRecords(records, expected.slice(0, count));
}

function compareScan(log: PartitionLog, model: LogModel, { place, maxRecords }: ScanStep): void {
  const offset = offsetAt(model, place);
  if (offset === undefined) {
    expectOutOfRange(() => log.scan(-1, () => {}));
    return;
  }
  const seen: [number, string | undefined][] = [];
  const count = log.scan(
    offset,
    (value, at) => seen.push([at, value === null ? undefined : Buffer.from(value).toString('hex')]),
    maxRecords,
  );
  const expected = model
    .from(offset)
    .slice(0, maxRecords)
    .map(({ offset: at, value }) => [at, value === null ? undefined : hex(value)]);
  equal('records scanned', count, expected.length);
  equal('scan', JSON.stringify(seen), JSON.stringify(expected));
}

function compareAll(log: PartitionLog, model: LogModel): void {
  const records: StoredRecord[] = [];
  for (let next = log.startOffset; next < log.endOffset; ) {
    const more = log.read(next, { maxRecords: 7 });
    if (more.length === 0) break;
    records.push(...more);
    next = more[more.length - 1]!.offset + 1;
  }
  sameRecords(records, model.records);
}

function sameRecords(actual: readonly StoredRecord[], expected: readonly StoredRecord[]): void {
  const offsets = (records: readonly StoredRecord[]) => records.map(({ offset }) => offset).join();
  equal('offsets', offsets(actual), offsets(expected));
  for (const [index, record] of actual.entries()) {
    const wrong = difference(record, expected[index]!);
    if (wrong) throw new Error(`the record at offset ${record.offset} has another ${wrong}`);
  }
}

/** One time in ten an offset that is none. */
function offsetAt({ startOffset, endOffset }: LogModel, place: number): number | undefined {
  if (place > 0.9) return undefined;
  return startOffset + Math.floor((place / 0.9) * (endOffset - startOffset + 1));
}

function expectOutOfRange(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    if (error instanceof LogError && error.code === 'offset-out-of-range') return;
    throw error;
  }
  throw new Error('an offset out of range was read');
}

function equal(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${what}: ${actual}, expected ${expected}`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
