/** A program that appends to a log until there is no space, and goes on when there is some again. */
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Durability } from '../../../subject.ts';
import { type LogError, PartitionLog } from '../index.ts';
import { expectCode } from './expect-code.ts';
import { type History, recordsFrom } from './history.ts';
import { verifyHistory } from './verify-history.ts';

export interface FillOrder {
  folder: string;
  durability: Durability;
  /**
   * What there is too little of: space on the whole disk, part of which a file takes that is removed
   * later, or bytes that a single file may have.
   */
  limit: 'disk' | 'file';
}

const order: FillOrder = JSON.parse(process.argv[2] ?? '');
const history: History = { seed: 5, keys: 100, longest: 3_000 };
const ballast = join(order.folder, 'ballast');
const folder = join(order.folder, 'log');
/** More than any limit of the tests. */
const most = 100_000;

async function fill(): Promise<void> {
  if (order.limit === 'disk') writeFileSync(ballast, Buffer.alloc(500_000));
  const segmentBytes = order.limit === 'disk' ? 50_000 : 10_000_000;
  let log = await PartitionLog.open(folder, { durability: order.durability, segmentBytes });
  let acknowledged = 0;
  let failure: unknown;
  while (failure === undefined && acknowledged < most) {
    try {
      const records = recordsFrom(history, log.endOffset, 3);
      acknowledged = (await log.produce(records)) + records.length;
    } catch (error) {
      failure = error;
    }
  }
  await expectCode('disk-full', () => Promise.reject(failure));
  writeSync(1, `full ${acknowledged} ${(failure as LogError).message}\n`);
  if (log.endOffset !== acknowledged) {
    throw new Error(`the log ends at ${log.endOffset}, acknowledged was ${acknowledged}`);
  }
  verifyHistory(log, history, { acknowledged });
  if (order.limit === 'disk') {
    // Opening for reading needs no space.
    const reader = await PartitionLog.open(folder, { readOnly: true });
    verifyHistory(reader, history, { acknowledged });
    await reader.close();
    rmSync(ballast);
  } else {
    log.roll();
  }
  for (let batch = 0; batch < 5; batch += 1) {
    await log.produce(recordsFrom(history, log.endOffset, 3));
  }
  await log.close();
  log = await PartitionLog.open(folder);
  if (log.recovery.cutBytes > 0) throw new Error(`${log.recovery.cutBytes} bytes were left over`);
  verifyHistory(log, history, { acknowledged: acknowledged + 15 });
  await log.close();
  writeSync(1, 'done\n');
}

fill().catch((error) => {
  writeSync(2, `${(error as Error).stack}\n`);
  process.exit(1);
});
