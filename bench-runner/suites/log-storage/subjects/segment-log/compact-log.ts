import { CompactionBuffers, compactSegment } from './compact-segment.ts';
import { CorruptLogError, fromSystem } from './errors.ts';
import { type LogFiles, readAllAside } from './files.ts';
import { KeySet } from './key-set.ts';
import type { CompactionReport } from './options.ts';
import { BatchBuffer } from './record-batch.ts';
import { type ReplacementOptions, Replacements } from './replacements.ts';
import { type Segment, segmentSuffix } from './segment.ts';

export interface CompactionOptions extends ReplacementOptions {
  intervalBytes: number;
  /** Tombstones with an older timestamp are removed with what they withdraw, in ms. */
  tombstonesBefore: number;
}

/**
 * Compacts segments, given from the oldest to the newest. First each is written anew beside the old
 * one, from the newest to the oldest; then they are put in place, from the oldest to the newest. So
 * at every moment each record that goes has a newer one of its key in a segment that is in place,
 * and what a dropped tombstone withdrew is gone before it. Indexes come last: those of a file that
 * is not in place would say wrong things of the one that is.
 *
 * It works on one segment at a time while the next is read and the last one written by other
 * threads, and lets others run in between.
 */
export async function compactSegments(
  segments: readonly Segment[],
  options: CompactionOptions,
): Promise<CompactionReport> {
  const begun = performance.now();
  const seen = new KeySet();
  const bytesBefore = sizeOf(segments);
  const replacements = new Replacements(options);
  const recordsRemoved = await writeCompacted([...segments].reverse(), seen, replacements, options);
  await replacements.putInPlace();
  return {
    bytesBefore,
    bytesAfter: sizeOf(segments),
    recordsRemoved,
    distinctKeys: seen.size,
    keyTableBytes: seen.peakBytes,
    durationMs: performance.now() - begun,
  };
}

/**
 * Writes what is left of segments, given from the newest to the oldest, beside them.
 *
 * @returns How many records they lose.
 */
async function writeCompacted(
  segments: readonly Segment[],
  seen: KeySet,
  replacements: Replacements,
  { files, intervalBytes, tombstonesBefore }: CompactionOptions,
): Promise<number> {
  const marks = new CompactionBuffers();
  // One is read into and one is written from while one is worked on.
  const buffers = [0, 1, 2].map(() => new BatchBuffer(1 << 16));
  const bufferOf = (place: number) => buffers[place % buffers.length]!;
  const lookAhead = (place: number) =>
    begin(segments[place], async (segment) => {
      const making = begin(segment, () => replacements.make(segment));
      try {
        await readWhole(segment, bufferOf(place), files);
      } finally {
        await making;
      }
    });
  let recordsRemoved = 0;
  let ahead = lookAhead(0);
  let writing: Promise<void> = Promise.resolve();
  try {
    for (const [place, segment] of segments.entries()) {
      const buffer = bufferOf(place);
      await ahead;
      ahead = lookAhead(place + 1);
      const result = compactSegment(segment, buffer, seen, marks, intervalBytes, tombstonesBefore);
      await writing;
      if (result === undefined) replacements.drop(segment);
      writing = begin(result, ({ state }) => replacements.write(segment, buffer, state));
      recordsRemoved += result?.recordsRemoved ?? 0;
    }
    await writing;
  } catch (error) {
    await Promise.allSettled([ahead, writing]);
    replacements.abandon();
    throw fromSystem(error, 'compact the log');
  }
  return recordsRemoved;
}

/** Starts what is waited for later, and where its error is then met. */
function begin<Given>(
  given: Given | undefined,
  run: (given: Given) => Promise<void>,
): Promise<void> {
  const running = given === undefined ? Promise.resolve() : run(given);
  running.catch(() => {});
  return running;
}

async function readWhole(segment: Segment, buffer: BatchBuffer, files: LogFiles): Promise<void> {
  buffer.reserve(segment.sizeBytes);
  const fd = files.open(segment.path + segmentSuffix, 'r');
  try {
    const read = await readAllAside(files, fd, buffer.bytes, segment.sizeBytes);
    if (read === segment.sizeBytes) return;
    throw new CorruptLogError(
      { segment: segment.name, position: read, offset: segment.baseOffset },
      `its file has ${read} of ${segment.sizeBytes} bytes`,
    );
  } finally {
    files.close(fd);
  }
}

function sizeOf(segments: readonly Segment[]): number {
  return segments.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0);
}
