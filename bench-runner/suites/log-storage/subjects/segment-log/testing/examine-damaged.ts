import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptLogError, LogError, PartitionLog } from '../index.ts';
import type { LogOptions } from '../options.ts';
import { difference, firstTimestamp, type History, recordAt, recordsFrom } from './history.ts';
import { verifyHistory } from './verify-history.ts';

/** What was left of a damaged log. */
export type Found =
  | 'everything'
  /** All but the last records, which were in the damaged last segment. */
  | 'a beginning'
  /** Opening refused it as corrupt. */
  | 'refused'
  /** Reading stopped at a damaged place. */
  | 'a corrupt place'
  /** A damaged lock names a process that runs. */
  | 'a lock';

interface Whole {
  history: History;
  compacted: boolean;
  /** Before the damage. */
  endOffset: number;
}

/**
 * Opens a damaged log, reads it, searches it by time and appends to it.
 *
 * @param changed Names of the files that differ from the whole log's.
 * @throws Error where it answers wrongly, loses what it need not lose, or fails in another way than
 *   with an error that names the segment and the offset.
 */
export async function examine(
  folder: string,
  options: LogOptions,
  whole: Whole,
  changed: readonly string[],
): Promise<Found> {
  const segments = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort();
  const damaged = changed.filter((name) => name.endsWith('.log'));
  const before = options.readOnly ? contentsOf(folder) : '';
  let log: PartitionLog;
  try {
    log = await PartitionLog.open(folder, options);
  } catch (error) {
    if (error instanceof LogError && error.code === 'locked' && changed.includes('.lock')) {
      return 'a lock';
    }
    assertTold(error, damaged, segments, whole);
    return 'refused';
  }
  let found: Found;
  try {
    // With the lock goes the knowledge that the machine has not stopped, after which a log is cut.
    const cuttable = changed.includes('.lock') ? segments : segments.slice(-1);
    found = readThrough(log, damaged, segments, cuttable, whole);
    if (!options.readOnly && found !== 'a corrupt place') goOn(log, whole);
  } finally {
    await log.close();
  }
  if (options.readOnly && contentsOf(folder) !== before) {
    throw new Error('opening with readOnly has changed a file');
  }
  if (!options.readOnly && found !== 'a corrupt place') await openAgain(folder, options, whole);
  return found;
}

/** Damage to anything but segments is no reason to fail, and the error says where to look. */
function assertTold(
  error: unknown,
  damaged: readonly string[],
  segments: readonly string[],
  whole: Whole,
): asserts error is CorruptLogError {
  if (!(error instanceof CorruptLogError)) throw error;
  if (damaged.length === 0) {
    throw new Error(`no segment is damaged: ${error.message}`, { cause: error });
  }
  const { segment, position, offset } = error;
  const isKnown = segments.includes(segment) && position >= 0;
  if (!isKnown || !Number.isInteger(offset) || offset < 0 || offset > whole.endOffset) {
    throw new Error(`the error leads nowhere: ${error.message}`, { cause: error });
  }
}

function readThrough(
  log: PartitionLog,
  damaged: readonly string[],
  segments: readonly string[],
  cuttable: readonly string[],
  whole: Whole,
): Found {
  try {
    verifyHistory(log, whole.history, {
      acknowledged: 0,
      compacted: whole.compacted,
      written: whole.endOffset,
    });
  } catch (error) {
    if (!(error instanceof CorruptLogError)) throw error;
    assertTold(error, damaged, segments, whole);
    readTheRest(log, whole);
    return 'a corrupt place';
  }
  if (log.endOffset > whole.endOffset) {
    throw new Error(`the log ends at ${log.endOffset}, beyond ${whole.endOffset}`);
  }
  searchByTime(log, whole);
  if (log.endOffset === whole.endOffset) return 'everything';
  if (!cuttable.some((name) => damaged.includes(name))) {
    throw new Error(`the log ends at ${log.endOffset}, and its last segment is as it was`);
  }
  return 'a beginning';
}

/** Whatever else can be read beside a corrupt place is right. */
function readTheRest(log: PartitionLog, { history }: Whole): void {
  for (let offset = log.startOffset; offset < log.endOffset; offset += 1) {
    try {
      for (const record of log.read(offset, { maxRecords: 1 })) {
        const wrong = difference(record, recordAt(history, record.offset));
        if (wrong || record.offset < offset) throw new Error(`wrong ${wrong} at ${offset}`);
      }
    } catch (error) {
      if (!(error instanceof CorruptLogError)) throw error;
    }
  }
}

function searchByTime(log: PartitionLog, whole: Whole): void {
  for (let offset = log.startOffset; offset <= log.endOffset; offset += 7) {
    const expected = log.read(offset, { maxRecords: 1 })[0]?.offset ?? null;
    const actual = log.offsetForTime(firstTimestamp + offset);
    if (actual !== expected) {
      throw new Error(`found ${actual} by time, expected ${expected} of ${whole.endOffset}`);
    }
  }
}

function goOn(log: PartitionLog, { history }: Whole): void {
  const next = log.endOffset;
  const base = log.append(recordsFrom(history, next, 3));
  const read = log.read(next);
  const wrong = read.findIndex((record, index) => {
    return difference(record, recordAt(history, next + index)) !== null;
  });
  if (base !== next || read.length !== 3 || wrong >= 0) {
    throw new Error(`appended at ${base}, expected ${next}, and read ${read.length} records of 3`);
  }
}

/** What was repaired stays so. */
async function openAgain(folder: string, options: LogOptions, whole: Whole): Promise<void> {
  const log = await PartitionLog.open(folder, options);
  try {
    verifyHistory(log, whole.history, {
      acknowledged: 0,
      compacted: whole.compacted,
      written: whole.endOffset,
    });
  } finally {
    await log.close();
  }
}

function contentsOf(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((name) => `${name} ${readFileSync(join(folder, name), 'base64')}`)
    .join('\n');
}
