import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offsetIndexSuffix, timeIndexSuffix } from './index-file.ts';
import { PartitionLog } from './partition-log.ts';
import { segmentName } from './segment.ts';

it('are made again where they are older than a compaction that left the segment longer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-indexes-'));
  const log = join(folder, 'log');
  const older = join(folder, 'older');
  const indexes = [offsetIndexSuffix, timeIndexSuffix].map((suffix) => segmentName(0) + suffix);
  const copyIndexes = (from: string, to: string) => {
    for (const name of indexes) cpSync(join(from, name), join(to, name));
  };
  const append = (to: PartitionLog, count: number) => {
    for (let number = 0; number < count; number += 1) {
      const key = Buffer.from(`key ${number % 20}`);
      to.append([{ key, value: Buffer.from(`value ${to.endOffset}`) }]);
    }
  };
  try {
    const first = await PartitionLog.open(log, { indexIntervalBytes: 100 });
    append(first, 7);
    await first.close();
    copyIndexes(log, older);

    const second = await PartitionLog.open(log, { indexIntervalBytes: 100 });
    append(second, 93);
    second.roll();
    expect((await second.compact()).recordsRemoved).toBe(80);
    await second.close();
    copyIndexes(older, log);

    const third = await PartitionLog.open(log, { indexIntervalBytes: 100 });
    expect(third.recovery).toEqual({ cutBytes: 0, rebuiltIndexes: 1 });
    const kept = third.read(0).map(({ offset, value }) => `${offset} ${Buffer.from(value ?? [])}`);
    expect(kept).toEqual(Array.from({ length: 20 }, (_, at) => `${80 + at} value ${80 + at}`));
    await third.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
