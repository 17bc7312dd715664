import type {
  CompactionOutcome,
  StorageOptions,
  StorageRecord,
  StorageTopics,
} from '../../subject.ts';
import { TopicManager } from './topic-manager.ts';

/** The suite's topics, kept by a topic manager. */
export async function openTopics(folder: string, options: StorageOptions): Promise<StorageTopics> {
  const manager = await TopicManager.open(folder, options);
  return {
    createTopic: (topic, partitions) => manager.createTopic(topic, { partitions }),
    // Under the others a record is acknowledged when it has been appended: no promise is needed.
    produce: options.durability === 'sync' ? producing(manager) : appending(manager),
    fetch: (topic, partition, offset, maxRecords, visit) =>
      manager.scan(topic, partition, offset, visit, maxRecords),
    endOffsets: (topic) => manager.endOffsets(topic),
    compact: (topic) => compactWhole(manager, topic),
    close: () => manager.close(),
  };
}

function appending(manager: TopicManager) {
  return (topic: string, records: readonly StorageRecord[]): number =>
    manager.append(topic, records)[0]!.partition;
}

function producing(manager: TopicManager) {
  return async (topic: string, records: readonly StorageRecord[]): Promise<number> =>
    (await manager.produce(topic, records))[0]!.partition;
}

async function compactWhole(manager: TopicManager, topic: string): Promise<CompactionOutcome> {
  manager.roll(topic);
  const reports = await manager.compact(topic);
  const sum = (figure: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + figure(report), 0);
  return {
    bytesBefore: sum(({ bytesBefore }) => bytesBefore),
    bytesAfter: sum(({ bytesAfter }) => bytesAfter),
    recordsRemoved: sum(({ recordsRemoved }) => recordsRemoved),
    distinctKeys: sum(({ distinctKeys }) => distinctKeys),
    // One of the tables is in memory at a time; their sum is that of all the keys above.
    keyTableBytes: sum(({ keyTableBytes }) => keyTableBytes),
  };
}
