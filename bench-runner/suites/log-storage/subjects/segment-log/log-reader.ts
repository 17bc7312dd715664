import { CorruptLogError } from './errors.ts';
import {
  BatchBuffer,
  baseOffsetOf,
  batchFault,
  batchHeadBytes,
  lengthOf,
  nextOffsetOf,
  recordsOf,
} from './record-batch.ts';
import type { Segment } from './segment.ts';
import { emptyPosition, locateRecord, type RecordPosition } from './stored-record.ts';

/** Read ahead of a reader that goes on where it stopped: stays within a core's cache. */
const readAheadBytes = 256 * 1024;

/**
 * Told of a record: where it lies in the buffer, and where its batch begins there. Returning false
 * ends the reading after it.
 */
export type RecordVisitor = (
  buffer: BatchBuffer,
  batchAt: number,
  record: RecordPosition,
) => boolean;

/**
 * Reads the records of segments in order. It keeps the bytes it read last and where it stopped in
 * them, so that a reader who goes on from there needs no look-up and few system calls, and one who
 * jumps reads about one interval of the index.
 */
export class LogReader {
  readonly #buffer = new BatchBuffer(readAheadBytes);
  readonly #verify: boolean;
  readonly #record = emptyPosition();
  #segment: Segment | undefined;
  #generation = 0;
  /** Position in the segment of the buffer's first byte, and how many bytes of it there are. */
  #bufferStart = 0;
  #bufferBytes = 0;
  /** Place in the buffer of the batch the reader is in, and of the record that comes next. */
  #batchAt = 0;
  #batchEnd = 0;
  #recordAt = 0;
  #recordsLeft = 0;
  #batchBase = 0;
  /** Offset that the next batch has to begin with; NaN where a look-up has led there. */
  #nextBase = Number.NaN;
  /** Offset that reading goes on with if it is asked for; NaN where it cannot. */
  #nextOffset = Number.NaN;
  /** Whether the visitor ended the last reading. */
  stopped = false;

  constructor(verify: boolean) {
    this.#verify = verify;
  }

  /** Forgets what was read, after records were taken away. */
  forget(): void {
    this.#segment = undefined;
    this.#nextOffset = Number.NaN;
  }

  /**
   * Calls `visit` for the records of a segment from an offset on, at most `most` of them, and
   * returns how many. Offsets that compaction removed are passed over.
   *
   * @throws CorruptLogError where a batch is damaged.
   */
  visit(segment: Segment, from: number, most: number, visit: RecordVisitor): number {
    if (!this.#continues(segment, from)) this.#seek(segment, from, most);
    const buffer = this.#buffer;
    const record = this.#record;
    let visited = 0;
    this.stopped = false;
    while (visited < most) {
      if (this.#recordsLeft === 0 && !this.#enterBatch(segment, from)) break;
      const { view } = buffer;
      while (this.#recordsLeft > 0 && visited < most) {
        if (!locateRecord(view, this.#recordAt, this.#batchEnd, this.#batchBase, record)) {
          throw this.#corrupt(segment, 'a record does not fit its batch');
        }
        this.#recordAt = record.end;
        this.#recordsLeft -= 1;
        if (record.offset < from) continue;
        this.#nextOffset = record.offset + 1;
        visited += 1;
        if (!visit(buffer, this.#batchAt, record)) {
          this.stopped = true;
          return visited;
        }
      }
    }
    return visited;
  }

  #continues(segment: Segment, from: number): boolean {
    return (
      this.#nextOffset === from &&
      this.#segment === segment &&
      this.#generation === segment.generation
    );
  }

  /** Goes to the last indexed batch that begins at or before an offset. */
  #seek(segment: Segment, from: number, most: number): void {
    const relative = from - segment.baseOffset;
    const { start, end = segment.sizeBytes } = segment.index.range(relative, most);
    const same = this.#segment === segment && this.#generation === segment.generation;
    this.#nextOffset = Number.NaN;
    this.#nextBase = Number.NaN;
    this.#recordsLeft = 0;
    if (!same || start < this.#bufferStart || end > this.#bufferStart + this.#bufferBytes) {
      this.#segment = segment;
      this.#generation = segment.generation;
      this.#fill(segment, start, Math.min(end - start, readAheadBytes));
    }
    this.#batchEnd = start - this.#bufferStart;
  }

  /** Enters the next batch with records from an offset on; false at the end of the segment. */
  #enterBatch(segment: Segment, from: number): boolean {
    for (;;) {
      const at = this.#batchEnd;
      const position = this.#bufferStart + at;
      if (position >= segment.sizeBytes) {
        if (segment.fault) throw this.#faultOf(segment);
        const ended = Number.isNaN(this.#nextBase) || this.#nextBase === segment.nextOffset;
        if (!ended) {
          throw this.#corrupt(
            segment,
            `its last batch ends at offset ${this.#nextBase - 1}, the segment at ${segment.nextOffset - 1}`,
          );
        }
        return false;
      }
      const { view } = this.#buffer;
      if (at + batchHeadBytes > this.#bufferBytes || at + lengthOf(view, at) > this.#bufferBytes) {
        this.#readOn(segment, position);
        continue;
      }
      const fault = batchFault(this.#buffer, at, this.#bufferBytes, false);
      this.#batchAt = at;
      if (fault) throw this.#corrupt(segment, fault.reason);
      const base = baseOffsetOf(view, at);
      const next = nextOffsetOf(view, at);
      const follows = Number.isNaN(this.#nextBase)
        ? base >= segment.baseOffset && base <= from
        : base === this.#nextBase;
      if (!follows || next > segment.nextOffset) {
        throw this.#corrupt(
          segment,
          `the batch of offsets ${base} to ${next - 1} does not belong here`,
        );
      }
      this.#nextBase = next;
      this.#batchEnd = at + lengthOf(view, at);
      if (next <= from) continue;
      // Only what is handed out is verified: a batch that is passed over by a damaged head does not
      // lead to one that begins with the next offset.
      const damage = this.#verify && batchFault(this.#buffer, at, this.#bufferBytes, true);
      if (damage) throw this.#corrupt(segment, damage.reason);
      if (recordsOf(view, at) === 0) continue;
      this.#batchBase = base;
      this.#recordAt = at + batchHeadBytes;
      this.#recordsLeft = recordsOf(view, at);
      return true;
    }
  }

  /** Fills the buffer from the batch at a position on, with whole batches as far as the index tells. */
  #readOn(segment: Segment, position: number): void {
    const limit = segment.index.boundaryBefore(position + readAheadBytes);
    let wanted = limit > position ? limit - position : readAheadBytes;
    const held = this.#bufferStart + this.#bufferBytes - position;
    if (held >= batchHeadBytes) {
      const length = lengthOf(this.#buffer.view, position - this.#bufferStart);
      const left = segment.sizeBytes - position;
      // The buffer began with this batch and is full of it: it is longer than was read.
      if (length > left) {
        this.#batchAt = position - this.#bufferStart;
        throw this.#corrupt(segment, `${left} of the batch’s ${length} bytes are there`);
      }
      wanted = Math.max(wanted, length);
    }
    wanted = Math.max(wanted, batchHeadBytes);
    this.#fill(segment, position, wanted);
    this.#batchEnd = 0;
    if (this.#bufferBytes < batchHeadBytes) {
      this.#batchAt = 0;
      throw this.#corrupt(
        segment,
        `the file ends ${this.#bufferBytes} bytes after this batch begins`,
      );
    }
  }

  #fill(segment: Segment, position: number, length: number): void {
    const next = this.#nextOffset;
    // Should reading fail, nothing goes on from what the buffer no longer holds.
    this.#nextOffset = Number.NaN;
    this.#bufferStart = position;
    this.#bufferBytes = 0;
    this.#bufferBytes = segment.read(this.#buffer, position, length);
    this.#nextOffset = next;
  }

  #corrupt(segment: Segment, reason: string): CorruptLogError {
    const position = this.#bufferStart + this.#batchAt;
    const offset = Number.isNaN(this.#nextOffset) ? segment.baseOffset : this.#nextOffset;
    this.forget();
    return new CorruptLogError({ segment: segment.name, position, offset }, reason);
  }

  #faultOf(segment: Segment): CorruptLogError {
    const { position, reason } = segment.fault!;
    this.forget();
    return new CorruptLogError(
      { segment: segment.name, position, offset: segment.nextOffset },
      reason,
    );
  }
}
