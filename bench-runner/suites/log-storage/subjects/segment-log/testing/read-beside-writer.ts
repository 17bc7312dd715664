import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { LogError, PartitionLog } from '../index.ts';
import { difference, type History, recordAt } from './history.ts';
import { verifyHistory } from './verify-history.ts';

/**
 * Follows a log that another process appends to, as a consumer does, and now and then reads all of
 * it.
 *
 * @param acknowledgedFile Where the other process keeps what it has acknowledged.
 * @returns How many records it has seen.
 * @throws Error where it sees less than what was acknowledged, something wrong, or an error.
 */
export async function readBesideWriter(
  folder: string,
  history: History,
  acknowledgedFile: string,
  { compacted, untilMs }: { compacted: boolean; untilMs: number },
): Promise<number> {
  const log = await openWhenThere(folder, untilMs);
  let next = 0;
  let seen = 0;
  try {
    for (let turn = 0; Date.now() < untilMs; turn += 1) {
      const acknowledged = readFileSync(acknowledgedFile).readDoubleLE();
      log.refresh();
      if (log.endOffset < Math.max(acknowledged, next)) {
        throw new Error(`sees up to ${log.endOffset}, acknowledged was ${acknowledged}`);
      }
      if (turn % 10 === 0) verifyHistory(log, history, { acknowledged, compacted });
      for (const record of log.read(next, { maxRecords: 500 })) {
        const wrong = difference(record, recordAt(history, record.offset));
        const isGap = record.offset !== next && !compacted;
        if (wrong || isGap) throw new Error(`wrong ${wrong} at ${record.offset} after ${next}`);
        next = record.offset + 1;
        seen += 1;
      }
      await setImmediate();
    }
  } finally {
    await log.close();
  }
  return seen;
}

/** The other process may not have made the log yet. */
async function openWhenThere(folder: string, untilMs: number): Promise<PartitionLog> {
  for (;;) {
    try {
      return await PartitionLog.open(folder, { readOnly: true });
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== 'io' || Date.now() > untilMs) throw error;
      await setImmediate();
    }
  }
}
