import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import type { Durability, StorageRecord, StorageSubject } from '../subject.ts';
import { countedOperations, logBytes } from './produce-volume.ts';
import { drawKeys, type KeyDistribution, randomKeys } from './topic-keys.ts';
import { TopicProducer } from './topic-producer.ts';
import { callMessages } from './topics.ts';

/** Different keys. */
const keyCount = 10_000;
/** Calls whose records are drawn; then the first comes again. */
const drawnCalls = 1_000;
/** Length of a value, in bytes. */
const size = 100;

/** One operation is a call that produces messages with keys to a topic. */
export async function topicBalanceWorkload({
  subject,
  parameters,
  random,
  folder,
}: PrepareContext<StorageSubject>): Promise<Workload> {
  const durability = parameters.durability as Durability;
  const producer = await TopicProducer.open(subject, {
    folder,
    durability,
    topics: 1,
    partitions: Number(parameters.partitions),
    calls: keyedCalls(parameters.keys as KeyDistribution, random),
    bytes: logBytes,
  });
  let begun = producer.counts();
  return {
    prepareBatch: (count) => producer.makeRoom(count),
    batch: (count) => producer.produce(count),
    bytesPerOperation: callMessages * size,
    messagesPerOperation: callMessages,
    countedOperations: countedOperations(callMessages * size, durability),
    reset: () => {
      begun = producer.counts();
    },
    figures: () => ({
      imbalance: imbalance(producer.counts().map((count, place) => count - begun[place]!)),
    }),
    check: () => producer.check(),
    close: () => producer.close(),
  };
}

/** How far the largest count lies above the mean of all, as a share of the mean, in %. */
export function imbalance(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return ((Math.max(...counts) - mean) / mean) * 100;
}

function keyedCalls(keys: KeyDistribution, random: () => number): StorageRecord[][] {
  const records = randomKeys(keyCount, random).map((key) => ({
    key,
    value: namedValue(key, random),
  }));
  const draws = drawKeys(keys, { keys: keyCount, draws: drawnCalls * callMessages, random });
  return Array.from({ length: drawnCalls }, (_, call) =>
    Array.from(
      { length: callMessages },
      (_, place) => records[draws[call * callMessages + place]!]!,
    ),
  );
}

/** Random bytes behind the key, so that a value tells whose it is. */
function namedValue(key: Uint8Array, random: () => number): Uint8Array {
  const value = Uint8Array.from({ length: size }, () => random() * 256);
  value.set(key);
  return value;
}
