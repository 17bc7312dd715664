import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogOptions } from './options.ts';
import { failingFiles } from './testing/failing-files.ts';
import { recordOf, valuesIn } from './testing/topic-records.ts';
import { TopicManager } from './topic-manager.ts';

let folder: string;
let opened: TopicManager[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topics-'));
  opened = [];
});
afterEach(async () => {
  for (const manager of opened) await manager.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options?: LogOptions): Promise<TopicManager> {
  const manager = await TopicManager.open(folder, options);
  opened.push(manager);
  return manager;
}

describe('topics', () => {
  it('are found again with their partitions and records', async () => {
    const first = await open();
    await first.createTopic('orders', { partitions: 3 });
    await first.createTopic('Clicks.v2', { partitions: 1 });
    await first.produce('orders', [recordOf('a'), recordOf('b')]);
    await first.close();

    const again = await open();
    expect(again.listTopics()).toEqual([
      { name: 'Clicks.v2', partitions: 1 },
      { name: 'orders', partitions: 3 },
    ]);
    expect(again.endOffsets('orders')).toEqual([2, 0, 0]);
    expect(valuesIn(again, 'orders', 0)).toEqual(['a', 'b']);
  });

  it('cannot be created twice, not even at the same time', async () => {
    const manager = await open();
    const outcomes = await Promise.allSettled([
      manager.createTopic('orders', { partitions: 2 }),
      manager.createTopic('orders', { partitions: 3 }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(manager.createTopic('orders', { partitions: 2 })).rejects.toMatchObject({
      code: 'topic-exists',
      message: expect.stringContaining('deleteTopic("orders")'),
    });
    expect(manager.listTopics()).toEqual([{ name: 'orders', partitions: 2 }]);
  });

  it.each(['', '.', '..', '.hidden', 'a/b', 'a b', 'ä', 'x'.repeat(250)])(
    'cannot be called "%s"',
    async (name) => {
      const manager = await open();
      const created = manager.createTopic(name, { partitions: 1 });
      await expect(created).rejects.toMatchObject({ code: 'invalid' });
      expect(manager.listTopics()).toEqual([]);
    },
  );

  it('can have the longest name there is, and be deleted', async () => {
    const manager = await open();
    const name = 'x'.repeat(249);
    await manager.createTopic(name, { partitions: 1 });
    await manager.deleteTopic(name);
    expect(manager.listTopics()).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN, 10_001])('cannot have %d partitions', async (partitions) => {
    const manager = await open();
    const created = manager.createTopic('orders', { partitions });
    await expect(created).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are gone when they were deleted, and begin anew', async () => {
    const manager = await open();
    await manager.createTopic('orders', { partitions: 1 });
    manager.append('orders', [recordOf('old')]);
    await manager.deleteTopic('orders');
    expect(() => manager.append('orders', [recordOf('x')])).toThrow(
      expect.objectContaining({ code: 'unknown-topic' }),
    );
    await manager.createTopic('orders', { partitions: 2 });
    expect(manager.endOffsets('orders')).toEqual([0, 0]);
  });

  it('that are not there are told of with those that are', async () => {
    const manager = await open();
    expect(() => manager.startOffsets('orders')).toThrow('there are none');
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      await manager.createTopic(name, { partitions: 1 });
    }
    expect(() => manager.startOffsets('orders')).toThrow(
      'there are a, b, c, d, e and 2 more: create it with createTopic("orders", { partitions })',
    );
    await expect(manager.deleteTopic('orders')).rejects.toMatchObject({ code: 'unknown-topic' });
    await expect(manager.produce('orders', [])).rejects.toMatchObject({ code: 'unknown-topic' });
    await expect(manager.compact('orders')).rejects.toMatchObject({ code: 'unknown-topic' });
  });

  it('have no partitions beyond their last', async () => {
    const manager = await open();
    await manager.createTopic('orders', { partitions: 2 });
    for (const partition of [2, -1, 0.5]) {
      expect(() => manager.read('orders', partition, 0)).toThrow(
        expect.objectContaining({
          code: 'partition-out-of-range',
          message: expect.stringContaining('0 to 1'),
        }),
      );
    }
  });
});

describe('a folder', () => {
  it('is put right where a topic was being created or deleted', async () => {
    const first = await open();
    await first.createTopic('orders', { partitions: 1 });
    await first.close();
    mkdirSync(join(folder, '.new-clicks', '0'), { recursive: true });
    mkdirSync(join(folder, '.gone-views', '0'), { recursive: true });
    writeFileSync(join(folder, '.gone-views', 'topic.json'), '{"partitions":1}');

    const reader = await open({ readOnly: true });
    expect(reader.listTopics().map(({ name }) => name)).toEqual(['orders']);
    expect(existsSync(join(folder, '.new-clicks'))).toBe(true);
    const again = await open();
    expect(again.listTopics().map(({ name }) => name)).toEqual(['orders']);
    await again.close();
    expect(readdirSync(folder)).toEqual(['orders']);
  });

  it('has no topic that could not be created whole', async () => {
    const files = failingFiles();
    const manager = await open({ files });
    // The file of the third partition's first segment.
    files.fail({ from: 2, count: 1, code: 'EMFILE' });
    const created = manager.createTopic('orders', { partitions: 4 });
    await expect(created).rejects.toMatchObject({ code: 'too-many-open-files' });
    expect(manager.listTopics()).toEqual([]);
    expect(existsSync(join(folder, 'orders'))).toBe(false);
    await manager.createTopic('orders', { partitions: 4 });
    expect(manager.endOffsets('orders')).toEqual([0, 0, 0, 0]);
  });

  it('keeps files and folders that no topic can be named like', async () => {
    mkdirSync(join(folder, 'lost+found'));
    writeFileSync(join(folder, 'notes'), 'x');
    const manager = await open();
    expect(manager.listTopics()).toEqual([]);
    await manager.close();
    expect(readdirSync(folder).sort()).toEqual(['lost+found', 'notes']);
  });

  it.each([
    ['is missing', (topic: string) => rmSync(join(topic, 'topic.json'))],
    ['cannot be read', (topic: string) => writeFileSync(join(topic, 'topic.json'), '{"part')],
    ['cannot be read', (topic: string) => writeFileSync(join(topic, 'topic.json'), 'null')],
    [
      'cannot be read',
      (topic: string) => writeFileSync(join(topic, 'topic.json'), '{"partitions":0}'),
    ],
    ['is missing', (topic: string) => renameSync(join(topic, '1'), join(topic, 'away'))],
  ])('is not opened where a part of a topic %s', async (what, damage) => {
    const first = await open();
    await first.createTopic('orders', { partitions: 2 });
    await first.close();
    damage(join(folder, 'orders'));
    await expect(TopicManager.open(folder)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining(what),
    });
    // It was not left locked.
    await expect(TopicManager.open(folder)).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('has one writer', async () => {
    const first = await open();
    await expect(TopicManager.open(folder)).rejects.toMatchObject({ code: 'locked' });
    await first.close();
    await expect(open()).resolves.toBeDefined();
  });
});

describe('with readOnly', () => {
  it('topics are read beside their writer, and refreshed', async () => {
    const writer = await open();
    await writer.createTopic('orders', { partitions: 1 });
    writer.append('orders', [recordOf('a')]);
    const reader = await open({ readOnly: true });
    expect(valuesIn(reader, 'orders', 0)).toEqual(['a']);
    writer.append('orders', [recordOf('b')]);
    reader.refresh();
    expect(valuesIn(reader, 'orders', 0)).toEqual(['a', 'b']);
  });

  it('nothing is changed', async () => {
    const writer = await open();
    await writer.createTopic('orders', { partitions: 1 });
    const reader = await open({ readOnly: true });
    const refused = { code: 'read-only' };
    await expect(reader.createTopic('x', { partitions: 1 })).rejects.toMatchObject(refused);
    await expect(reader.deleteTopic('orders')).rejects.toMatchObject(refused);
    await expect(reader.produce('orders', [recordOf('a')])).rejects.toMatchObject(refused);
    await expect(reader.compact('orders')).rejects.toMatchObject(refused);
  });
});

it('does nothing more once it is closed', async () => {
  const manager = await open();
  await manager.createTopic('orders', { partitions: 1 });
  await manager.close();
  await manager.close();
  const refused = { code: 'closed', message: expect.stringContaining('open them again') };
  expect(() => manager.listTopics()).toThrow(expect.objectContaining(refused));
  expect(() => manager.append('orders', [recordOf('a')])).toThrow(expect.objectContaining(refused));
  expect(() => manager.applyRetention()).toThrow(expect.objectContaining(refused));
  await expect(manager.flush()).rejects.toMatchObject(refused);
  await expect(manager.createTopic('x', { partitions: 1 })).rejects.toMatchObject(refused);
});
