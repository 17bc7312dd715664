/** A program that is not allowed to write where its log lies, and then is again. */
import { chmodSync, writeSync } from 'node:fs';
import { PartitionLog } from '../index.ts';
import { expectCode } from './expect-code.ts';
import { type History, recordsFrom } from './history.ts';
import { verifyHistory } from './verify-history.ts';

export interface RightsOrder {
  /** Does not exist, in a folder that the user below may write to. */
  folder: string;
  /** Run by root, the program goes on as this user: root may write anywhere. */
  user: number;
}

const { folder, user }: RightsOrder = JSON.parse(process.argv[2] ?? '');
const history: History = { seed: 6, keys: 100 };

async function loseRights(): Promise<void> {
  if (process.getuid?.() === 0) {
    process.setgid?.(user);
    process.setuid?.(user);
  }
  let log = await PartitionLog.open(folder, { segmentBytes: 5_000 });
  while (log.segmentCount < 4) log.append(recordsFrom(history, log.endOffset, 3));
  const whole = log.endOffset;

  // The folder becomes read-only while the log is open: its active segment can still grow.
  chmodSync(folder, 0o555);
  const rolled = await expectCode('read-only', () => log.roll());
  writeSync(1, `${rolled.message}\n`);
  verifyHistory(log, history, { acknowledged: whole });
  chmodSync(folder, 0o755);
  log.roll();
  log.append(recordsFrom(history, whole, 3));
  await log.close();

  chmodSync(folder, 0o555);
  const opened = await expectCode('read-only', () => PartitionLog.open(folder));
  writeSync(1, `${opened.message}\n`);
  const reader = await PartitionLog.open(folder, { readOnly: true });
  verifyHistory(reader, history, { acknowledged: whole + 3 });
  await expectCode('read-only', () => reader.append(recordsFrom(history, whole + 3, 1)));
  await reader.close();

  chmodSync(folder, 0o755);
  log = await PartitionLog.open(folder);
  log.append(recordsFrom(history, whole + 3, 3));
  verifyHistory(log, history, { acknowledged: whole + 6 });
  await log.close();
  writeSync(1, 'done\n');
}

loseRights().catch((error) => {
  writeSync(2, `${(error as Error).stack}\n`);
  process.exit(1);
});
