import type { StorageRecord, StorageTopics } from '../subject.ts';
import { visitRange } from './topics.ts';

/** Messages produced before that are read back of each partition too. */
const earlierMessages = 500;

/**
 * Produces calls to a topic and reads back what its partitions then end with.
 *
 * @param calls In which records with the same value have the same key.
 * @param known Every value that was ever produced, as `textOf` writes it.
 * @throws {Error} if a message is missing, changed, doubled or out of order, or if messages of one
 *   key are in several partitions.
 */
export async function expectProduced(
  topics: StorageTopics,
  topic: string,
  calls: readonly (readonly StorageRecord[])[],
  known: ReadonlySet<string>,
): Promise<void> {
  const before = topics.endOffsets(topic);
  for (const records of calls) await topics.produce(topic, records);
  const after = topics.endOffsets(topic);

  const homes = new Map<string, number>();
  const found: string[][] = [];
  for (const [partition, to] of after.entries()) {
    const begin = before[partition]!;
    const from = Math.max(0, begin - earlierMessages);
    const fresh: string[] = [];
    await visitRange(topics, { topic, partition, from, to }, (value, offset) => {
      const text = textOf(value);
      if (!known.has(text)) {
        throw new Error(
          `the message at offset ${offset} of partition ${partition} differs from all produced`,
        );
      }
      if (offset < begin) return;
      const home = homes.get(text) ?? partition;
      if (home !== partition) {
        throw new Error(`messages of one key are in the partitions ${home} and ${partition}`);
      }
      homes.set(text, home);
      fresh.push(text);
    });
    found.push(fresh);
  }

  const produced = calls.flatMap((records) => records.map(({ value }) => textOf(value)));
  for (const [partition, fresh] of found.entries()) {
    const due = produced.filter((text) => homes.get(text) === partition);
    const place = fresh.findIndex((text, index) => text !== due[index]);
    if (place >= 0) {
      throw new Error(
        `at offset ${before[partition]! + place} of partition ${partition} a message is missing, doubled or out of order`,
      );
    }
  }
  const arrived = found.reduce((sum, { length }) => sum + length, 0);
  if (arrived !== produced.length) {
    throw new Error(`${arrived} of ${produced.length} messages arrived in ${topic}`);
  }
}

/** Bytes as a text that is equal for equal bytes. */
export function textOf(value: Uint8Array | null): string {
  return value === null ? 'withdrawn' : Buffer.from(value).toString('latin1');
}
