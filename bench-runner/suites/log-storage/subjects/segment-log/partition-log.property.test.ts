import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeFiles, PartitionLog } from './index.ts';
import { logOptions, logSteps } from './testing/log-steps.ts';
import { ModelledLog } from './testing/modelled-log.ts';

const firstSegment = '00000000000000000000.log';

/** A log in a folder that is gone afterwards. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'log-model-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('holds what a list of records holds, whatever is done with it', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(logOptions, logSteps, (options, steps) =>
      inFolder(async (folder) => {
        const log = await ModelledLog.open(folder, options);
        try {
          for (const step of steps) await log.take(step);
          await log.end();
        } finally {
          await log.close();
        }
      }),
    ),
    { numRuns: 200 },
  );
});

it('holds what was appended while it was compacted', { timeout: 120_000 }, async () => {
  await inFolder(async (folder) => {
    const log = await PartitionLog.open(folder, { segmentBytes: 2_000, indexIntervalBytes: 200 });
    const value = (number: number) => Buffer.from(`value ${number}`);
    const newest = new Map<string, number>();
    for (let turn = 0; turn < 8; turn += 1) {
      let compacted = false;
      const compaction = log.compact().finally(() => {
        compacted = true;
      });
      do {
        const number = log.endOffset;
        newest.set(`key ${number % 50}`, number);
        log.append([{ key: Buffer.from(`key ${number % 50}`), value: value(number) }]);
        expect(String(log.read(number)[0]?.value)).toBe(String(value(number)));
        await new Promise((resolve) => setImmediate(resolve));
      } while (!compacted || log.endOffset % 300 !== 0);
      await compaction;
      const found = new Map<string, number>();
      log.scan(0, (bytes, offset, key) => {
        expect(Buffer.from(bytes ?? [])).toEqual(value(offset));
        found.set(String(Buffer.from(key ?? [])), offset);
      });
      expect(found).toEqual(newest);
    }
    await log.close();
  });
});

it('acknowledges what waits for a sync that rolling has done in its place', async () => {
  await inFolder(async (folder) => {
    const log = await PartitionLog.open(folder, { durability: 'sync' });
    const produce = () => log.produce([{ value: Buffer.from('a') }]);
    const first = produce();
    // The sync for the first is under way and does not cover the second.
    const second = produce();
    log.roll();
    expect(await Promise.all([first, second])).toEqual([0, 1]);
    await log.close();
  });
});

it('flushes what an earlier process has left in the page cache, and the log after segments were deleted', async () => {
  await inFolder(async (folder) => {
    const options = { segmentBytes: 100, retentionBytes: 1 };
    let log = await PartitionLog.open(folder, options);
    for (let number = 0; number < 5; number += 1) log.append([{ value: Buffer.alloc(80) }]);
    await log.close();
    const synced: number[] = [];
    const files = {
      ...nodeFiles,
      sync: async (fd: number) => {
        synced.push(fd);
        await nodeFiles.sync(fd);
      },
    };
    log = await PartitionLog.open(folder, { ...options, files });
    await log.flush();
    expect(synced.length).toBe(5);
    log.append([{ value: Buffer.alloc(80) }]);
    expect(log.applyRetention()).toBe(5);
    await log.flush();
    await log.close();
  });
});

describe('a batch whose end is missing', () => {
  it('is cut off, even if a value in it looks like batches that follow', async () => {
    await inFolder(async (folder) => {
      const inner = await PartitionLog.open(join(folder, 'inner'));
      for (let number = 0; number < 50; number += 1) inner.append([{ value: Buffer.alloc(9) }]);
      await inner.close();
      const batches = readFileSync(join(folder, 'inner', firstSegment));
      const outer = join(folder, 'outer');
      let log = await PartitionLog.open(outer);
      for (const value of [Buffer.from('a'), batches]) log.append([{ value }, { value }]);
      await log.close();
      const file = join(outer, firstSegment);
      truncateSync(file, statSync(file).size - 3);
      log = await PartitionLog.open(outer);
      expect(log.recovery.cutBytes).toBeGreaterThan(0);
      expect(log.read(0).map(({ offset }) => offset)).toEqual([0, 1]);
      await log.close();
    });
  });

  it('is reported if batches follow where its records end', async () => {
    await inFolder(async (folder) => {
      const log = await PartitionLog.open(folder);
      for (let number = 0; number < 5; number += 1) log.append([{ value: Buffer.alloc(9) }]);
      await log.close();
      const file = join(folder, firstSegment);
      const bytes = readFileSync(file);
      // The length of the first batch, which now reaches beyond the file.
      bytes.writeUInt32LE(bytes.readUInt32LE(0) | (1 << 20), 0);
      writeFileSync(file, bytes);
      rmSync(join(folder, firstSegment.replace('.log', '.index')));
      await expect(PartitionLog.open(folder)).rejects.toMatchObject({
        code: 'corrupt',
        segment: firstSegment,
        position: 0,
        offset: 0,
      });
    });
  });
});
