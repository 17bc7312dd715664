import { join } from 'node:path';
import type { Peer, PeerFunction } from '../../../define/peer.ts';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageSubject } from '../subject.ts';
import { share } from './concurrent-producers.ts';
import { LogValues } from './log-values.ts';
import { fillTopic, type TopicContents } from './topic-contents.ts';
import { topicBytes, topicName } from './topic-fetch.ts';
import { TopicReader } from './topic-reader.ts';
import { openTopics } from './topics.ts';

/** Partitions of the topic: one at least for each of the most consumers. */
const partitionCount = 8;

/** What a consumer's thread is given. */
interface TopicConsumerData {
  /** Name of the topics' folder in the trial's. */
  name: string;
  partitions: number[];
  contents: TopicContents;
  /** From which the topic's values follow; see `LogValues`. */
  pool: Uint8Array[];
}

/** What it is asked; answered when it is done. */
type TopicConsumerRequest = { kind: 'fetch'; count: number } | { kind: 'check' };

/** A thread that fetches its share of a topic's partitions. */
export const topicConsumer: PeerFunction<StorageSubject> = async (link) => {
  const { name, partitions, contents, pool } = link.data as TopicConsumerData;
  const topics = await openTopics(link.subject, join(link.folder, name), {
    durability: 'page-cache',
    readOnly: true,
  });
  link.onClose(() => topics.close());
  const values = new LogValues(pool);
  const reader = new TopicReader(topics, { topic: topicName, partitions, contents, values });
  link.onRequest((message) => {
    const request = message as TopicConsumerRequest;
    return request.kind === 'fetch' ? reader.fetch(request.count) : reader.check();
  });
};

/** One operation is one message delivered to any of the consumers. */
export async function topicConsumersWorkload(
  context: PrepareContext<StorageSubject>,
): Promise<Workload> {
  const { subject, parameters, random, folder } = context;
  const count = Number(parameters.consumers);
  const pool = randomValues(Number(parameters.size), random);
  const name = 'topics';
  const contents = await writeTopic(subject, join(folder, name), new LogValues(pool));
  const consumers: Peer[] = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      context.startThread('topicConsumer', {
        name,
        partitions: partitionsOf(index, count),
        contents,
        pool,
      } satisfies TopicConsumerData),
    ),
  );
  const askAll = (requestOf: (index: number) => TopicConsumerRequest) =>
    Promise.all(consumers.map((each, index) => each.request(requestOf(index))));
  return {
    batch: async (messages) => {
      await askAll((index) => ({ kind: 'fetch', count: share(messages, count, index) }));
    },
    bytesPerOperation: Number(parameters.size),
    messagesPerOperation: 1,
    check: async () => {
      await askAll(() => ({ kind: 'check' }));
    },
    close: async () => {
      await Promise.all(consumers.map((each) => each.close()));
    },
  };
}

/** The partitions of one of several consumers: every partition has one. */
function partitionsOf(consumer: number, consumers: number): number[] {
  const all = Array.from({ length: partitionCount }, (_, partition) => partition);
  return all.filter((partition) => partition % consumers === consumer);
}

async function writeTopic(
  subject: StorageSubject,
  folder: string,
  values: LogValues,
): Promise<TopicContents> {
  const topics = await openTopics(subject, folder, { durability: 'page-cache' });
  try {
    await topics.createTopic(topicName, partitionCount);
    return await fillTopic(topics, topicName, values, topicBytes);
  } finally {
    await topics.close();
  }
}
