import type { LogRecord } from '../options.ts';
import { partitionOfKey } from '../partitioner.ts';
import type { TopicManager } from '../topic-manager.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A record of texts, without a key unless it is given one. */
export function recordOf(value: string, key?: string): LogRecord {
  return { value: bytes(value), ...(key === undefined ? {} : { key: bytes(key) }) };
}

/** Values of a partition, as text. */
export function valuesIn(manager: TopicManager, topic: string, partition: number): string[] {
  return manager.read(topic, partition, 0).map(({ value }) => Buffer.from(value ?? []).toString());
}

/** Keys that fall on one of two partitions. */
export function keysOf(partition: number, count: number): string[] {
  const keys = Array.from({ length: 20 * count }, (_, index) => `key ${index}`);
  return keys.filter((key) => partitionOfKey(bytes(key), 2) === partition).slice(0, count);
}
