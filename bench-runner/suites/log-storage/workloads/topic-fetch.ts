import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageSubject } from '../subject.ts';
import { LogValues } from './log-values.ts';
import { fillTopic } from './topic-contents.ts';
import { TopicReader } from './topic-reader.ts';
import { openTopics } from './topics.ts';

/** Bytes of values in the topic. */
export const topicBytes = 16_000_000;

export const topicName = 'topic';

/** One operation is one message delivered by a fetch from one partition after the other. */
export async function topicFetchWorkload({
  subject,
  parameters,
  random,
  folder,
}: PrepareContext<StorageSubject>): Promise<Workload> {
  const values = new LogValues(randomValues(Number(parameters.size), random));
  const partitions = Number(parameters.partitions);
  const topics = await openTopics(subject, folder, { durability: 'page-cache' });
  await topics.createTopic(topicName, partitions);
  const contents = await fillTopic(topics, topicName, values, topicBytes);
  const reader = new TopicReader(topics, {
    topic: topicName,
    partitions: Array.from({ length: partitions }, (_, partition) => partition),
    contents,
    values,
  });
  return {
    batch: (count) => reader.fetch(count),
    bytesPerOperation: values.bytes,
    messagesPerOperation: 1,
    check: () => reader.check(),
    close: () => topics.close(),
  };
}
