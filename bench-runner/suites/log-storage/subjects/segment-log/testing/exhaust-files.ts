/** A program that has no file descriptors left for its log, and then has some again. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Durability } from '../../../subject.ts';
import { PartitionLog } from '../index.ts';
import { expectCode } from './expect-code.ts';
import { type History, recordsFrom } from './history.ts';
import { verifyHistory } from './verify-history.ts';

export interface FilesOrder {
  folder: string;
  durability: Durability;
}

const { folder, durability }: FilesOrder = JSON.parse(process.argv[2] ?? '');
const history: History = { seed: 7, keys: 100 };
/** More than the tests allow a process to open. */
const most = 1_000;

/** Opens files until no more can be opened, but for some. */
function takeAllBut(spare: number): number[] {
  const taken: number[] = [];
  try {
    while (taken.length < most) taken.push(openSync('/dev/null', 'r'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EMFILE') throw error;
  }
  for (const descriptor of taken.splice(0, spare)) closeSync(descriptor);
  return taken;
}

async function exhaust(): Promise<void> {
  const log = await PartitionLog.open(join(folder, 'log'), { durability, segmentBytes: 4_000 });
  const produce = async () => log.produce(recordsFrom(history, log.endOffset, 3));
  // More segments than the process may have files.
  while (log.segmentCount < 100) await produce();
  verifyHistory(log, history, { acknowledged: log.endOffset });

  // Each number of descriptors that are left lets rolling fail at another step.
  for (let spare = 0; spare < 3; spare += 1) {
    const taken = takeAllBut(spare);
    let failures = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      const end = log.endOffset;
      try {
        await produce();
      } catch (error) {
        await expectCode('too-many-open-files', () => Promise.reject(error));
        if (log.endOffset !== end) throw new Error('what failed is in the log');
        failures += 1;
      }
    }
    if (spare === 0 && failures === 0) throw new Error('nothing needed a descriptor');
    if (spare === 0) {
      const opened = () => PartitionLog.open(join(folder, 'another'), { durability });
      writeSync(1, `${(await expectCode('too-many-open-files', opened)).message}\n`);
    }
    for (const descriptor of taken) closeSync(descriptor);
    await produce();
    verifyHistory(log, history, { acknowledged: log.endOffset });
  }
  await (await PartitionLog.open(join(folder, 'another'))).close();
  const acknowledged = log.endOffset;
  await log.close();
  const again = await PartitionLog.open(join(folder, 'log'));
  verifyHistory(again, history, { acknowledged });
  await again.close();
  writeSync(1, 'done\n');
}

exhaust().catch((error) => {
  writeSync(2, `${(error as Error).stack}\n`);
  process.exit(1);
});
