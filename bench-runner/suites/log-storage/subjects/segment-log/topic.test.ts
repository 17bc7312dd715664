import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LogFiles, nodeFiles } from './files.ts';
import type { LogOptions } from './options.ts';
import { failingFiles } from './testing/failing-files.ts';
import { keysOf, recordOf, valuesIn } from './testing/topic-records.ts';
import { TopicManager } from './topic-manager.ts';

let folder: string;
let opened: TopicManager[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topic-'));
  opened = [];
});
afterEach(async () => {
  for (const manager of opened) await manager.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A topic of two partitions. */
async function openTopic(options?: LogOptions): Promise<TopicManager> {
  const manager = await TopicManager.open(folder, options);
  opened.push(manager);
  await manager.createTopic('orders', { partitions: 2 });
  return manager;
}

describe('records', () => {
  it('without keys go to the partitions in turn, a call to each', async () => {
    const manager = await openTopic();
    const placed = [
      await manager.produce('orders', [recordOf('a'), recordOf('b')]),
      manager.append('orders', [recordOf('c')]),
      await manager.produce('orders', [recordOf('d')]),
    ];
    expect(placed).toEqual([
      [{ partition: 0, baseOffset: 0 }],
      [{ partition: 1, baseOffset: 0 }],
      [{ partition: 0, baseOffset: 2 }],
    ]);
  });

  it('with keys go to the partition of their key, one batch in each, in order', async () => {
    const manager = await openTopic();
    const [one, two] = [keysOf(0, 1)[0]!, keysOf(1, 1)[0]!];
    const records = [
      recordOf('a', one),
      recordOf('b', two),
      recordOf('c', one),
      recordOf('d', two),
    ];
    const placed = [await manager.produce('orders', records), manager.append('orders', records)];
    const by = (offset: number) => [
      { partition: 0, baseOffset: offset },
      { partition: 1, baseOffset: offset },
    ];
    expect(placed).toEqual([by(0), by(2)]);
    expect(valuesIn(manager, 'orders', 0)).toEqual(['a', 'c', 'a', 'c']);
    expect(valuesIn(manager, 'orders', 1)).toEqual(['b', 'd', 'b', 'd']);
  });

  it('are on the disk when they were produced under sync', async () => {
    const synced: string[] = [];
    const paths = new Map<number, string>();
    const files: LogFiles = {
      ...nodeFiles,
      open: (path, flags) => {
        const fd = nodeFiles.open(path, flags);
        paths.set(fd, path);
        return fd;
      },
      sync: (fd) => {
        synced.push(paths.get(fd) ?? '');
        return nodeFiles.sync(fd);
      },
    };
    const manager = await openTopic({ durability: 'sync', files });
    await manager.produce('orders', [
      recordOf('a', keysOf(0, 1)[0]!),
      recordOf('b', keysOf(1, 1)[0]!),
    ]);
    for (const partition of ['0', '1']) {
      const place = join('orders', partition, '0');
      expect(synced.filter((path) => path.includes(place))).toHaveLength(1);
    }
  });

  it('of a call reach the other partitions where one fails', async () => {
    const files = failingFiles();
    const manager = await openTopic({ files });
    const records = [recordOf('a', keysOf(0, 1)[0]!), recordOf('b', keysOf(1, 1)[0]!)];
    files.fail({ from: 0, count: 1, code: 'ENOSPC' });
    await expect(manager.produce('orders', records)).rejects.toMatchObject({ code: 'disk-full' });
    expect(manager.endOffsets('orders')).toEqual([0, 1]);
    await manager.produce('orders', records);
    expect(manager.endOffsets('orders')).toEqual([1, 2]);
  });

  it('can be visited from an offset on', async () => {
    const manager = await openTopic();
    manager.append(
      'orders',
      ['a', 'b', 'c', 'd'].map((value) => recordOf(value)),
    );
    const seen: [number, string][] = [];
    const count = manager.scan(
      'orders',
      0,
      1,
      (value, offset) => seen.push([offset, Buffer.from(value ?? []).toString()]),
      2,
    );
    expect(count).toBe(2);
    expect(seen).toEqual([
      [1, 'b'],
      [2, 'c'],
    ]);
  });
});

describe('compaction', () => {
  /** A topic of two partitions with three keys each that were written `rounds` times. */
  async function written(rounds: number): Promise<TopicManager> {
    const manager = await openTopic();
    const keys = [...keysOf(0, 3), ...keysOf(1, 3)];
    for (let round = 0; round < rounds; round += 1) {
      manager.append(
        'orders',
        keys.map((key) => recordOf(`${key}, ${round}`, key)),
      );
    }
    manager.roll('orders');
    return manager;
  }
  const newest = (partition: number, round: number) =>
    keysOf(partition, 3).map((key) => `${key}, ${round}`);

  it('keeps the newest of each key in every partition', async () => {
    const manager = await written(10);
    const reports = await manager.compact('orders');
    expect(reports.map(({ recordsRemoved }) => recordsRemoved)).toEqual([27, 27]);
    for (const partition of [0, 1]) {
      expect(valuesIn(manager, 'orders', partition)).toEqual(newest(partition, 9));
    }
  });

  it('waits for the one before', async () => {
    const manager = await written(10);
    const [first, second] = await Promise.all([
      manager.compact('orders'),
      manager.compact('orders'),
    ]);
    expect(first.map(({ recordsRemoved }) => recordsRemoved)).toEqual([27, 27]);
    expect(second.map(({ recordsRemoved }) => recordsRemoved)).toEqual([0, 0]);
  });

  it('ends with the partition in hand when the topics are closed', async () => {
    const manager = await written(10);
    const compaction = manager.compact('orders');
    const closed = manager.close();
    await expect(compaction).rejects.toMatchObject({ code: 'closed' });
    await closed;
    const again = await TopicManager.open(folder);
    opened.push(again);
    expect(again.endOffsets('orders')).toEqual([30, 30]);
    expect(valuesIn(again, 'orders', 1).slice(-3)).toEqual(newest(1, 9));
  });

  it('does not outlive its topic', async () => {
    const manager = await written(10);
    const compaction = manager.compact('orders');
    await Promise.all([
      expect(compaction).rejects.toMatchObject({ code: 'closed' }),
      manager.deleteTopic('orders'),
    ]);
    await manager.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('applies retention to every partition of every topic', async () => {
  const manager = await openTopic({ segmentBytes: 1_000, retentionBytes: 2_000 });
  await manager.createTopic('clicks', { partitions: 2 });
  for (const name of ['orders', 'clicks']) {
    for (let call = 0; call < 20; call += 1) manager.append(name, [recordOf('x'.repeat(400))]);
  }
  expect(manager.applyRetention()).toBeGreaterThanOrEqual(4);
  for (const name of ['orders', 'clicks']) {
    expect(Math.min(...manager.startOffsets(name))).toBeGreaterThan(0);
    expect(manager.endOffsets(name)).toEqual([10, 10]);
  }
  expect(manager.applyRetention()).toBe(0);
});

it('brings all topics to the disk when asked to', async () => {
  const synced = new Set<number>();
  const files: LogFiles = {
    ...nodeFiles,
    sync: (fd) => {
      synced.add(fd);
      return nodeFiles.sync(fd);
    },
  };
  const manager = await openTopic({ files });
  await manager.createTopic('clicks', { partitions: 1 });
  for (const name of ['orders', 'clicks']) {
    manager.append(name, [recordOf('a')]);
  }
  expect(synced.size).toBe(0);
  await manager.flush();
  expect(synced.size).toBe(2);
});
