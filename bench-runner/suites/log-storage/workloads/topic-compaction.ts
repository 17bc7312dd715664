import { join } from 'node:path';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { keyOf, randomValues } from '../records.ts';
import type { Durability, StorageSubject, StorageTopics } from '../subject.ts';
import { segmentOf } from './compaction.ts';
import { CompactionCopies } from './compaction-copies.ts';
import { type MessageKeys, messageKeys } from './compaction-keys.ts';
import { LogValues } from './log-values.ts';
import { expectCompactedTopic } from './topic-compaction-result.ts';
import { callMessages, openTopics } from './topics.ts';

const topic = 'topic';
/** Length of a value, in bytes. */
const size = 1024;

/** One operation is the compaction of a topic that nobody has compacted before. */
export async function topicCompactionWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  const { subject, parameters, random, folder } = context;
  const segment = segmentOf(size);
  const messages = Number(parameters.segments) * segment.messages;
  const keys = messageKeys(messages, Number(parameters.duplicates) / 100, random);
  const values = new LogValues(randomValues(size, random));
  const open = (place: string) =>
    openTopics(subject, place, {
      durability: parameters.durability as Durability,
      segmentBytes: segment.bytes,
    });
  const original = join(folder, 'original');
  const topics = await open(original);
  await topics.createTopic(topic, Number(parameters.partitions));
  await produceAll(topics, values, keys);
  await topics.close();

  const copies = new CompactionCopies(original, folder, open);
  const totals = { reclaimed: 0, removed: 0 };
  let keyBytes = 0;
  const compactOne = async (one: StorageTopics) => {
    const outcome = await one.compact(topic);
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
      await expectCompactedTopic(await copies.reopen(), topic, { values, keys, outcome });
      await copies.renew(0);
    },
    counters: () => ({ reclaimed: totals.reclaimed, 'records-removed': totals.removed }),
    figures: (): Record<string, number> => (keyBytes > 0 ? { 'key-memory': keyBytes } : {}),
    close: () => copies.renew(0),
  };
}

async function produceAll(
  topics: StorageTopics,
  values: LogValues,
  { keys }: MessageKeys,
): Promise<void> {
  for (let first = 0; first < keys.length; first += callMessages) {
    const length = Math.min(callMessages, keys.length - first);
    const records = Array.from({ length }, (_, index) => ({
      key: keyOf(keys[first + index]!),
      value: values.of(first + index),
    }));
    await topics.produce(topic, records);
  }
}
