import { join } from 'node:path';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { keyOf, randomValues } from '../records.ts';
import type { Durability, StorageLog, StorageSubject } from '../subject.ts';
import { CompactionCopies } from './compaction-copies.ts';
import { messageKeys } from './compaction-keys.ts';
import { expectCompacted } from './compaction-result.ts';
import { fill, openLog } from './fill.ts';
import { LogValues } from './log-values.ts';

/** Messages appended at a time. */
const batch = 100;

/**
 * How a log is cut into segments of about 1 MB of values: a whole number of batches, and the size
 * at which the segment log, whose records take 20 bytes besides key and value and whose batches 44,
 * begins the next one.
 */
export function segmentOf(size: number): { messages: number; bytes: number } {
  const batches = Math.max(1, Math.round(1_000_000 / size / batch));
  const keyBytes = keyOf(0).length;
  return {
    messages: batches * batch,
    bytes: batches * (44 + batch * (20 + keyBytes + size)),
  };
}

/** One operation is the compaction of a log that nobody has compacted before. */
export async function compactionWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  const { subject, parameters, random, folder } = context;
  const size = Number(parameters.size);
  const segment = segmentOf(size);
  const messages = Number(parameters.segments) * segment.messages;
  const keys = messageKeys(messages, Number(parameters.duplicates) / 100, random);
  const values = new LogValues(randomValues(size, random));
  const options = {
    durability: parameters.durability as Durability,
    segmentBytes: segment.bytes,
  };
  const open = (place: string) => openLog(subject, place, options);
  const original = join(folder, 'original');
  const log = await open(original);
  await fill(log, values, messages, { batch, keyOf: (message) => keyOf(keys.keys[message]!) });
  await log.close();

  const copies = new CompactionCopies(original, folder, open);
  const totals = { reclaimed: 0, removed: 0 };
  let keyBytes = 0;
  const compactOne = async (one: StorageLog) => {
    if (one.compact === undefined) {
      throw new TypeError(
        'the subject\'s log has no `compact`: name this scenario under "unsupported" in its subject.json',
      );
    }
    const outcome = await one.compact();
    totals.reclaimed += (outcome.bytesBefore - outcome.bytesAfter) / 1e6;
    totals.removed += outcome.recordsRemoved;
    keyBytes = (outcome.keyTableBytes ?? 0) / (outcome.distinctKeys ?? 1);
    return outcome;
  };

  return {
    prepareBatch: (count) => copies.renew(count),
    batch: async (count) => {
      if (copies.logs.length !== count) {
        throw new Error(`${copies.logs.length} copies are there for ${count} compactions`);
      }
      for (const one of copies.logs) await compactOne(one);
    },
    bytesPerOperation: messages * size,
    messagesPerOperation: messages,
    check: async () => {
      await copies.renew(1);
      const [one] = copies.logs;
      const outcome = await compactOne(one!);
      await expectCompacted(await copies.reopen(), { values, keys, outcome });
      await copies.renew(0);
    },
    counters: () => ({ reclaimed: totals.reclaimed, 'records-removed': totals.removed }),
    figures: (): Record<string, number> => (keyBytes > 0 ? { 'key-memory': keyBytes } : {}),
    close: () => copies.renew(0),
  };
}
