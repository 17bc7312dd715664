import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { Durability, StorageSubject } from '../subject.ts';
import { batchesOf } from './produce-batches.ts';
import { countedOperations, logBytes } from './produce-volume.ts';
import { TopicProducer } from './topic-producer.ts';
import { callMessages } from './topics.ts';

/** One operation is a call that produces messages without keys to one of the topics. */
export async function topicProduceWorkload(
  { subject, parameters, random, folder }: PrepareContext<StorageSubject>,
  { topics, partitions, size }: { topics: number; partitions: number; size: number },
): Promise<Workload> {
  const durability = parameters.durability as Durability;
  const producer = await TopicProducer.open(subject, {
    folder,
    durability,
    topics,
    partitions,
    calls: batchesOf(randomValues(size, random), callMessages),
    bytes: logBytes,
  });
  return {
    prepareBatch: (count) => producer.makeRoom(count),
    batch: (count) => producer.produce(count),
    bytesPerOperation: callMessages * size,
    messagesPerOperation: callMessages,
    countedOperations: countedOperations(callMessages * size, durability),
    check: () => producer.check(),
    close: () => producer.close(),
  };
}
