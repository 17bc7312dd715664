import type { StorageLog } from '../subject.ts';
import type { LogValues } from './log-values.ts';

/**
 * Fetches a log from its beginning to its end and compares every message.
 *
 * @param fetchSize Most messages to ask for at a time.
 * @throws {Error} naming the first offset that is missing, out of turn or holds other bytes.
 */
export async function expectWholeLog(
  log: StorageLog,
  values: LogValues,
  messages: number,
  fetchSize: number,
): Promise<void> {
  let next = 0;
  const visit = (value: Uint8Array | null, offset: number) => {
    if (offset !== next) throw new Error(`offset ${offset} was delivered where ${next} was due`);
    values.expect(offset, value);
    next += 1;
  };
  while (next < messages) {
    const from = next;
    const told = await log.fetch(from, fetchSize, visit);
    const delivered = next - from;
    if (delivered === 0) throw new Error(`offset ${from} of ${messages} was not delivered`);
    if (told !== delivered || delivered > fetchSize) {
      throw new Error(
        `a fetch of at most ${fetchSize} messages delivered ${delivered} and told of ${told}`,
      );
    }
  }
  const beyond = await log.fetch(messages, 1, visit);
  if (beyond !== 0) throw new Error(`a message was delivered at the end of the log, ${messages}`);
}
