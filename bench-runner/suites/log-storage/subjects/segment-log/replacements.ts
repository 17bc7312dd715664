import { fromSystem } from './errors.ts';
import { type LogFiles, writeAllAside } from './files.ts';
import { compactedSuffix } from './open-segments.ts';
import type { BatchBuffer } from './record-batch.ts';
import { type Segment, type SegmentState, segmentSuffix } from './segment.ts';

export interface ReplacementOptions {
  files: LogFiles;
  folder: string;
  /** Whether what is put in place has to be on the disk first; may become so while it is written. */
  mustSync(): boolean;
}

/** A file that is written and waits to take its segment's place. */
interface Replacement {
  segment: Segment;
  state: SegmentState;
  synced: boolean;
}

/** Most old files that are held open while they are replaced; each takes a descriptor. */
const mostHeld = 256;

/** Files beside a log's segments that take their places together. */
export class Replacements {
  readonly #options: ReplacementOptions;
  readonly #open = new Map<Segment, number>();
  readonly #written: Replacement[] = [];

  constructor(options: ReplacementOptions) {
    this.#options = options;
  }

  /** Makes the file of a segment, which then is written or dropped. */
  async make(segment: Segment): Promise<void> {
    const fd = await this.#options.files.openAside(segment.path + compactedSuffix, 'w');
    this.#open.set(segment, fd);
  }

  /** Writes what is left of a segment. */
  async write(segment: Segment, buffer: BatchBuffer, state: SegmentState): Promise<void> {
    const { files, mustSync } = this.#options;
    const synced = mustSync();
    const fd = this.#open.get(segment)!;
    await writeAllAside(files, fd, buffer.bytes, state.sizeBytes);
    if (synced) await files.sync(fd);
    this.#written.push({ segment, state, synced });
    this.#open.delete(segment);
    files.close(fd);
  }

  /** Removes the file of a segment that stays as it is. */
  drop(segment: Segment): void {
    const { files } = this.#options;
    const fd = this.#open.get(segment)!;
    this.#open.delete(segment);
    files.close(fd);
    files.remove(segment.path + compactedSuffix);
  }

  /** Removes all files there are; what stays of them is removed when the log is opened again. */
  abandon(): void {
    const { files } = this.#options;
    for (const fd of this.#open.values()) quietly(() => files.close(fd));
    for (const segment of [...this.#open.keys(), ...this.#written.map((each) => each.segment)]) {
      quietly(() => files.remove(segment.path + compactedSuffix));
    }
  }

  /**
   * Has the files take the places of their segments, from the one written last to the one written
   * first, and writes the indexes. All but freeing the space of the old files happens in one turn
   * of the event loop, so that nobody asks for a sync in between.
   */
  async putInPlace(): Promise<void> {
    const { files, folder, mustSync } = this.#options;
    const freed: Promise<void>[] = [];
    try {
      if (mustSync()) for (const each of this.#written) syncWritten(each, files);
      for (const { segment, state, synced } of this.#written.reverse()) {
        const old = freed.length < mostHeld ? holdOpen(segment, files) : undefined;
        try {
          files.rename(segment.path + compactedSuffix, segment.path + segmentSuffix);
        } finally {
          if (old !== undefined) freed.push(files.closeAside(old));
        }
        segment.replaced(state, synced);
      }
      if (mustSync() && this.#written.length > 0) files.syncFolder(folder);
      for (const { segment } of this.#written) segment.writeIndexes();
    } catch (error) {
      throw fromSystem(error, 'put compacted segments in place');
    } finally {
      await Promise.allSettled(freed);
    }
  }
}

/**
 * Holds a file open that is about to be replaced: its space is freed when it is closed, which other
 * threads can do, and not when another takes its name.
 */
function holdOpen(segment: Segment, files: LogFiles): number | undefined {
  try {
    return files.open(segment.path + segmentSuffix, 'r');
  } catch {
    // Then its space is freed at once.
    return undefined;
  }
}

function syncWritten(written: Replacement, files: LogFiles): void {
  if (written.synced) return;
  const fd = files.open(written.segment.path + compactedSuffix, 'r+');
  try {
    files.syncNow(fd);
    written.synced = true;
  } finally {
    files.close(fd);
  }
}

function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // The error that led here is the one to tell.
  }
}
