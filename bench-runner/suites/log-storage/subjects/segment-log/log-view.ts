import { LogError } from './errors.ts';
import { LogReader, type RecordVisitor } from './log-reader.ts';
import type { StoredRecord } from './options.ts';
import type { Segment } from './segment.ts';
import { copyRecord, timestampOf } from './stored-record.ts';

/** Told of a record whose value and key are valid during the call only. */
export type ValueVisitor = (
  value: Uint8Array | null,
  offset: number,
  key: Uint8Array | null,
) => void;

/** Closed segments of a log that is written whose files stay open after they were read. */
const mostOpen = 32;

/** The reading side of a log: its segments in the order of their offsets, the active one last. */
export class LogView {
  segments: Segment[];
  readonly #reader: LogReader;
  /** Segments that were read, the one read last at the end. */
  #recent: Segment[] = [];
  #told: ValueVisitor = () => {};

  constructor(segments: Segment[], verify: boolean) {
    this.segments = segments;
    this.#reader = new LogReader(verify);
  }

  get first(): Segment {
    return this.segments[0]!;
  }

  get active(): Segment {
    return this.segments[this.segments.length - 1]!;
  }

  /** Forgets what was read ahead, after segments were taken away or replaced. */
  forget(): void {
    this.#reader.forget();
  }

  scan(offset: number, visit: ValueVisitor, maxRecords: number): number {
    this.#told = visit;
    return this.#visit(offset, maxRecords, this.#tell);
  }

  /** One function for all scans: one made for each costs as much as finding a record. */
  readonly #tell: RecordVisitor = ({ memory }, _batchAt, record) => {
    const { keyStart, keyLength, valueStart, valueLength } = record;
    const value = valueLength < 0 ? null : new Uint8Array(memory, valueStart, valueLength);
    const key = keyLength < 0 ? null : new Uint8Array(memory, keyStart, keyLength);
    this.#told(value, record.offset, key);
    return true;
  };

  read(offset: number, maxRecords: number, maxBytes: number): StoredRecord[] {
    const records: StoredRecord[] = [];
    let bytes = 0;
    this.#visit(offset, maxRecords, (buffer, batchAt, record) => {
      const copy = copyRecord(buffer, batchAt, record);
      bytes += (copy.key?.length ?? 0) + (copy.value?.length ?? 0);
      records.push(copy);
      return bytes < maxBytes;
    });
    return records;
  }

  offsetForTime(timestampMs: number): number | null {
    for (const segment of this.segments) {
      if (segment.newestTimestamp < timestampMs) continue;
      let found: number | null = null;
      const from = segment.baseOffset + segment.index.offsetBeforeTime(timestampMs);
      this.#reader.visit(segment, from, Number.POSITIVE_INFINITY, (buffer, batchAt, record) => {
        if (timestampOf(buffer.view, batchAt, record) >= timestampMs) found = record.offset;
        return found === null;
      });
      if (found !== null) return found;
    }
    return null;
  }

  #visit(offset: number, most: number, visit: RecordVisitor): number {
    const start = this.first.baseOffset;
    const end = this.active.nextOffset;
    if (!(offset >= start && offset <= end)) {
      throw new LogError(
        'offset-out-of-range',
        `offset ${offset} is not in the log, which holds ${start} to ${end - 1}: read from one of these, or from ${end} for what comes next`,
      );
    }
    let visited = 0;
    let from = offset;
    for (let at = this.#placeOf(offset); at < this.segments.length; at += 1) {
      const segment = this.segments[at]!;
      if (this.segments.length > mostOpen) this.#closeOthers(segment);
      visited += this.#reader.visit(segment, from, most - visited, visit);
      if (visited >= most || this.#reader.stopped) break;
      from = segment.nextOffset;
    }
    return visited;
  }

  /** Keeps a reader who goes through many segments from keeping the files of all of them open. */
  #closeOthers(segment: Segment): void {
    if (this.#recent[this.#recent.length - 1] === segment) return;
    this.#recent = this.#recent.filter((each) => each !== segment);
    this.#recent.push(segment);
    if (this.#recent.length > mostOpen) this.#recent.shift()?.rest();
  }

  /** Place of the segment that an offset belongs to. */
  #placeOf(offset: number): number {
    const { segments } = this;
    if (offset >= this.active.baseOffset) return segments.length - 1;
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (segments[middle]!.baseOffset <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
