import type { CompactionOutcome, StorageTopics } from '../subject.ts';
import type { MessageKeys } from './compaction-keys.ts';
import { LogValues } from './log-values.ts';

/** Messages that are asked for at a time. */
const fetchSize = 1_000;

/**
 * Reads a compacted topic whole: its partitions hold the newest message of each key and no other,
 * in their order, and as many are gone as the compaction told.
 *
 * @throws {Error} naming the first message that is left over, out of order, or has other bytes, or
 *   how many are missing.
 */
export async function expectCompactedTopic(
  topics: StorageTopics,
  topic: string,
  {
    values,
    keys: { newest, distinct },
    outcome,
  }: { values: LogValues; keys: MessageKeys; outcome: CompactionOutcome },
): Promise<void> {
  const seen = new Uint8Array(newest.length);
  let left = 0;
  for (const partition of topics.endOffsets(topic).keys()) {
    let next = 0;
    let before = -1;
    const visit = (value: Uint8Array | null, offset: number) => {
      const where = `offset ${offset} of partition ${partition}`;
      if (offset < next) throw new Error(`${where} was delivered after ${next - 1}`);
      if (value === null || value.length !== values.bytes) {
        throw new Error(`${where} differs from every message produced`);
      }
      const message = LogValues.messageOf(value);
      values.expect(message, value);
      if (newest[message] !== 1) {
        throw new Error(`compaction left ${where}, of whose key there is a newer message`);
      }
      if (message <= before || seen[message] === 1) {
        throw new Error(`${where} holds message ${message} a second time or out of order`);
      }
      seen[message] = 1;
      before = message;
      next = offset + 1;
      left += 1;
    };
    for (let from = -1; from < next; ) {
      from = next;
      await topics.fetch(topic, partition, from, fetchSize, visit);
    }
  }
  if (left !== distinct) {
    throw new Error(`compaction left ${left} messages of ${distinct} different keys`);
  }
  const gone = newest.length - distinct;
  if (outcome.recordsRemoved !== gone) {
    throw new Error(`compaction told of ${outcome.recordsRemoved} messages removed of ${gone}`);
  }
  if (outcome.bytesAfter >= outcome.bytesBefore) {
    throw new Error(`compaction made ${outcome.bytesAfter} bytes of ${outcome.bytesBefore}`);
  }
}
