import type { CompactionOutcome, StorageLog } from '../subject.ts';
import type { MessageKeys } from './compaction-keys.ts';
import type { LogValues } from './log-values.ts';

/** Messages that are asked for at a time. */
const fetchSize = 1_000;

/**
 * Reads a compacted log whole: it holds the newest message of each key and no other, each under the
 * offset it had, and as many are gone as the compaction told.
 *
 * @throws {Error} naming the first offset that is missing, left over or holds other bytes.
 */
export async function expectCompacted(
  log: StorageLog,
  {
    values,
    keys: { newest, distinct },
    outcome,
  }: { values: LogValues; keys: MessageKeys; outcome: CompactionOutcome },
): Promise<void> {
  const messages = newest.length;
  let next = 0;
  let left = 0;
  const visit = (value: Uint8Array | null, offset: number) => {
    if (offset < next) throw new Error(`offset ${offset} was delivered after ${next - 1}`);
    const lost = newest.indexOf(1, next);
    if (lost !== -1 && lost < offset) {
      throw new Error(`compaction lost offset ${lost}, the newest of its key`);
    }
    if (newest[offset] !== 1) {
      throw new Error(`compaction left offset ${offset}, of whose key there is a newer message`);
    }
    values.expect(offset, value);
    next = offset + 1;
    left += 1;
  };
  while (next < messages) {
    const from = next;
    if ((await log.fetch(from, fetchSize, visit)) === 0) break;
  }
  if (left !== distinct) {
    throw new Error(`compaction left ${left} messages of ${distinct} different keys`);
  }
  if (outcome.recordsRemoved !== messages - distinct) {
    throw new Error(
      `compaction told of ${outcome.recordsRemoved} messages removed; ${messages - distinct} are gone`,
    );
  }
  if (outcome.bytesAfter > outcome.bytesBefore) {
    throw new Error(`compaction made ${outcome.bytesAfter} bytes of ${outcome.bytesBefore}`);
  }
}
