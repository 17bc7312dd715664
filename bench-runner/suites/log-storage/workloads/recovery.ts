import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PrepareContext } from '../../../define/scenario.ts';
import type { Workload } from '../../../define/workload.ts';
import { randomValues } from '../records.ts';
import type { StorageLog, StorageSubject } from '../subject.ts';
import { fill, openLog } from './fill.ts';
import { LogValues } from './log-values.ts';

/** Messages that a check fetches, spread over the log. */
const checked = 1_000;
const messageBytes = 1024;

/**
 * One operation is one opening of a log, and its closing, without which it could not be opened
 * again. Its size follows from the axis `partition`, in MB of values; a segment holds 64 MiB of
 * 1,000 MB.
 */
export async function recoveryWorkload({
  subject,
  parameters,
  random,
  folder,
}: PrepareContext<StorageSubject>): Promise<Workload> {
  const megabytes = Number(parameters.partition);
  const messages = Math.floor((megabytes * 1e6) / messageBytes);
  const values = new LogValues(randomValues(messageBytes, random));
  const segmentBytes = Math.round((megabytes * 2 ** 26) / 1_000);
  const place = join(folder, 'partition');
  const open = () => openLog(subject, place, { durability: 'page-cache', segmentBytes });
  const written = await open();
  await fill(written, values, messages);
  await written.close();
  const spoil = () => removeIndexes(place, String(parameters.indexes));

  return {
    prepareBatch: spoil,
    batch: async (count) => {
      for (let done = 0; done < count; done += 1) {
        if (done > 0) spoil();
        const log = await open();
        await log.close();
      }
    },
    check: async () => {
      spoil();
      const log = await open();
      try {
        await expectRecovered(log, values, messages);
      } finally {
        await log.close();
      }
    },
  };
}

/**
 * Leaves the folder with the indexes that are to be `good`, `missing`, or `last-missing`, as after
 * a writer was killed: it writes those of its last segment when it closes.
 *
 * @throws {Error} if there was no index to remove.
 */
function removeIndexes(folder: string, left: string): void {
  if (left === 'good') return;
  const indexes = readdirSync(folder)
    .filter((name) => /\.(?:time)?index$/.test(name))
    .sort();
  if (indexes.length === 0) throw new Error(`${folder} holds no index: opening wrote none`);
  // Two of each segment, named by its first offset in digits of one length.
  const removed = left === 'missing' ? indexes : indexes.slice(-2);
  for (const name of removed) rmSync(join(folder, name));
}

/** @throws {Error} if the log ends early or late, or one of the messages read is another. */
async function expectRecovered(
  log: StorageLog,
  values: LogValues,
  messages: number,
): Promise<void> {
  for (let turn = 0; turn < checked; turn += 1) {
    const due = Math.floor((turn * (messages - 1)) / (checked - 1));
    let delivered = 0;
    await log.fetch(due, 1, (value, offset) => {
      delivered += 1;
      if (offset !== due) throw new Error(`offset ${offset} was delivered where ${due} was due`);
      values.expect(offset, value);
    });
    if (delivered !== 1) throw new Error(`offset ${due} of ${messages} is missing after opening`);
  }
  const beyond = await log.fetch(messages, 1, () => {});
  if (beyond !== 0) throw new Error(`there is a message at the end of the log, ${messages}`);
}
