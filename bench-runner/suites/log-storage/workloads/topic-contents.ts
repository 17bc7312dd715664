import type { StorageTopics } from '../subject.ts';
import type { LogValues } from './log-values.ts';
import { callMessages } from './topics.ts';

/** Where the messages of a topic are: by partition, the first message of each call in order. */
export type TopicContents = readonly (readonly number[])[];

/**
 * Produces messages without keys to an empty topic, `callMessages` in a call.
 *
 * @param bytes Of all values together, about: the messages are a whole number of calls.
 * @throws {Error} if the partitions do not end where what they were given ends.
 */
export async function fillTopic(
  topics: StorageTopics,
  topic: string,
  values: LogValues,
  bytes: number,
): Promise<TopicContents> {
  const messages = Math.max(1, Math.round(bytes / values.bytes / callMessages)) * callMessages;
  const contents: number[][] = topics.endOffsets(topic).map(() => []);
  for (let first = 0; first < messages; first += callMessages) {
    const records = Array.from({ length: callMessages }, (_, index) => ({
      value: values.of(first + index),
    }));
    const partition = await topics.produce(topic, records);
    const calls = contents[partition];
    if (!calls) throw new Error(`${topic} told of partition ${partition}, which it does not have`);
    calls.push(first);
  }
  for (const [partition, end] of topics.endOffsets(topic).entries()) {
    if (end !== messagesOf(contents, partition)) {
      throw new Error(
        `partition ${partition} of ${topic} ends at offset ${end} after ${messagesOf(contents, partition)} messages`,
      );
    }
  }
  return contents;
}

/** How many messages a partition has. */
export function messagesOf(contents: TopicContents, partition: number): number {
  return (contents[partition]?.length ?? 0) * callMessages;
}

/** The message at an offset of a partition. */
export function messageAt(contents: TopicContents, partition: number, offset: number): number {
  const first = contents[partition]?.[Math.floor(offset / callMessages)];
  if (first === undefined) throw new Error(`partition ${partition} has no offset ${offset}`);
  return first + (offset % callMessages);
}
