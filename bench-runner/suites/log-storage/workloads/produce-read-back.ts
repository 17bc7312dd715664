import type { StorageLog } from '../subject.ts';

/** Records that are compared at either end of a log. */
const comparedRecords = 500;

const fetchRecords = 100;

/**
 * Reads the first and the last records of a log back and compares them, and sees that it ends
 * where it should.
 *
 * @param end Messages that were appended to the log.
 * @throws {Error} naming the first offset that is missing, out of turn or has another value.
 */
export async function expectReadBack(
  log: StorageLog,
  end: number,
  valueAt: (offset: number) => Uint8Array,
): Promise<void> {
  await expectRange(log, { from: 0, to: Math.min(end, comparedRecords) }, valueAt);
  await expectRange(log, { from: Math.max(0, end - comparedRecords), to: end }, valueAt);
  const beyond = await log.fetch(end, 1, () => {});
  if (beyond !== 0) {
    throw new Error(`${beyond} record was delivered from offset ${end}, where the log should end`);
  }
}

async function expectRange(
  log: StorageLog,
  { from, to }: { from: number; to: number },
  valueAt: (offset: number) => Uint8Array,
): Promise<void> {
  let next = from;
  let difference: string | undefined;
  const visit = (value: Uint8Array | null, offset: number) => {
    if (offset !== next) {
      difference ??= `offset ${offset} was delivered where ${next} was due`;
    } else if (value === null || Buffer.compare(value, valueAt(offset)) !== 0) {
      difference ??= `the value at offset ${offset} is not the one that was appended`;
    }
    next += 1;
  };
  while (next < to) {
    const begin = next;
    const told = await log.fetch(begin, Math.min(fetchRecords, to - begin), visit);
    if (difference !== undefined) throw new Error(difference);
    if (next === begin) throw new Error(`offset ${begin} of ${to} was not delivered`);
    if (told !== next - begin || next > to) {
      throw new Error(
        `a fetch of ${Math.min(fetchRecords, to - begin)} records from offset ${begin} delivered ${next - begin} and told of ${told}`,
      );
    }
  }
}
