import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  BareWork,
  Durability,
  StorageLog,
  StorageOptions,
  StorageRecord,
  StorageSubject,
} from '../subject.ts';
import { loadSubjects } from '../testing/subject-modules.ts';

const subjects = await loadSubjects();
const durabilities: Durability[] = ['page-cache', 'interval', 'sync'];
const timeoutMs = 60_000;

let folder: string;
let opened: { close(): void | Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-storage-'));
});
afterEach(async () => {
  for (const each of opened.toReversed()) await each.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

async function close(one: { close(): void | Promise<void> }): Promise<void> {
  opened = opened.filter((other) => other !== one);
  await one.close();
}

async function openLog(
  subject: StorageSubject,
  options: Partial<StorageOptions> = {},
): Promise<StorageLog> {
  const log = await subject.open!(folder, { durability: 'page-cache', ...options });
  opened.push(log);
  return log;
}

/** Values of many lengths, none among them, that tell which record they belong to. */
function record(number: number, key?: string): StorageRecord {
  const value = Buffer.alloc((number * 37) % 1_500, number);
  return key === undefined ? { value } : { key: Buffer.from(key), value };
}

function records(from: number, count: number): StorageRecord[] {
  return Array.from({ length: count }, (_, index) => record(from + index));
}

type Fetched = [offset: number, value: string | null];

async function fetched(log: StorageLog, offset: number, most: number): Promise<Fetched[]> {
  const found: Fetched[] = [];
  const count = await log.fetch(offset, most, (value, at) => {
    found.push([at, value && Buffer.from(value).toString('hex')]);
  });
  expect(count).toBe(found.length);
  return found;
}

function expected(from: number, count: number): Fetched[] {
  return records(from, count).map(({ value }, index) => [
    from + index,
    Buffer.from(value!).toString('hex'),
  ]);
}

describe.each(subjects.filter(({ subject }) => subject.open))('$id', ({ subject }) => {
  it.each(durabilities)(
    'delivers what was appended under %s, in order, and after reopening goes on',
    async (durability) => {
      const log = await openLog(subject, { durability });
      expect(await log.append(records(0, 3))).toBe(0);
      expect(await log.append(records(3, 1))).toBe(3);
      expect(await log.append(records(4, 100))).toBe(4);
      expect(await fetched(log, 0, 1_000)).toEqual(expected(0, 104));
      await close(log);

      const again = await openLog(subject, { durability });
      expect(await fetched(again, 0, 1_000)).toEqual(expected(0, 104));
      expect(await again.append(records(104, 10))).toBe(104);
      expect(await fetched(again, 100, 1_000)).toEqual(expected(100, 14));
    },
    timeoutMs,
  );

  it(
    'fetches from the middle, and at most as many records as asked for',
    async () => {
      const log = await openLog(subject, { segmentBytes: 20_000 });
      for (let from = 0; from < 300; from += 30) await log.append(records(from, 30));
      for (const [offset, most] of [
        [0, 1],
        [299, 1],
        [123, 1],
        [45, 10],
        [29, 2],
        [17, 250],
      ] as const) {
        expect(await fetched(log, offset, most)).toEqual(expected(offset, most));
      }
    },
    timeoutMs,
  );

  it(
    'reads on where it left off, and finds what was appended meanwhile',
    async () => {
      const log = await openLog(subject);
      await log.append(records(0, 25));
      expect(await fetched(log, 0, 10)).toEqual(expected(0, 10));
      expect(await fetched(log, 10, 10)).toEqual(expected(10, 10));
      await log.append(records(25, 25));
      expect(await fetched(log, 20, 10)).toEqual(expected(20, 10));
      expect(await fetched(log, 30, 100)).toEqual(expected(30, 20));
      expect(await fetched(log, 0, 10)).toEqual(expected(0, 10));
    },
    timeoutMs,
  );

  it(
    'delivers nothing from the end, and what comes there once it is appended',
    async () => {
      const log = await openLog(subject);
      expect(await fetched(log, 0, 10)).toEqual([]);
      await log.append(records(0, 5));
      expect(await fetched(log, 5, 10)).toEqual([]);
      expect(await fetched(log, 5, 1)).toEqual([]);
      await log.append(records(5, 1));
      expect(await fetched(log, 5, 10)).toEqual(expected(5, 1));
    },
    timeoutMs,
  );

  it(
    'acknowledges appends that overlap, each with offsets of its own',
    async () => {
      const log = await openLog(subject, { durability: 'sync' });
      const bases = await Promise.all([0, 1, 2, 3].map((part) => log.append(records(part * 5, 5))));
      expect(bases).toEqual([0, 5, 10, 15]);
      expect(await fetched(log, 0, 100)).toEqual(expected(0, 20));
    },
    timeoutMs,
  );

  it.each(durabilities)(
    'is read by an instance beside the one that writes under %s',
    async (durability) => {
      const log = await openLog(subject, { durability });
      await log.append(records(0, 40));
      const reader = await openLog(subject, { readOnly: true });
      expect(await fetched(reader, 0, 100)).toEqual(expected(0, 40));
      await close(reader);
      expect(await log.append(records(40, 1))).toBe(40);
      expect(await fetched(log, 39, 10)).toEqual(expected(39, 2));
    },
    timeoutMs,
  );

  it(
    'keeps long records, and keys that are no text',
    async () => {
      const log = await openLog(subject);
      const long = { key: Buffer.from([0, 255, 128]), value: Buffer.alloc(300_000, 7) };
      await log.append([long, record(1), { value: null, key: Buffer.from('gone') }]);
      const found = await fetched(log, 0, 10);
      expect(found.map(([offset, value]) => [offset, value && value.length / 2])).toEqual([
        [0, 300_000],
        [1, 37],
        [2, null],
      ]);
    },
    timeoutMs,
  );

  it(
    'compacts by key where it offers to: the newest of each key stays, at its offset',
    async () => {
      const log = await openLog(subject, { segmentBytes: 20_000 });
      if (!log.compact) return;
      const keyFor = (number: number) => (number % 5 === 4 ? undefined : `key-${number % 7}`);
      const all = Array.from({ length: 400 }, (_, number) => record(number, keyFor(number)));
      for (let from = 0; from < 400; from += 20) await log.append(all.slice(from, from + 20));

      const outcome = await log.compact();
      const kept = await fetched(log, 0, 1_000);
      expect(outcome.recordsRemoved).toBe(400 - kept.length);
      expect(outcome.recordsRemoved).toBeGreaterThan(100);
      expect(outcome.bytesAfter).toBeLessThan(outcome.bytesBefore);
      const before = new Map(expected(0, 400));
      for (const [offset, value] of kept) expect(value).toBe(before.get(offset));
      const newest = new Map(all.map((_, number) => [keyFor(number) ?? `none-${number}`, number]));
      expect(kept.map(([offset]) => offset)).toEqual(expect.arrayContaining([...newest.values()]));

      await close(log);
      const again = await openLog(subject);
      expect(await fetched(again, 0, 1_000)).toEqual(kept);
      expect(await again.append(records(400, 1))).toBe(400);
    },
    timeoutMs,
  );
});

const works: BareWork[] = [
  ...durabilities.map((durability) => ({
    kind: 'append' as const,
    bytes: 1_000,
    fileBytes: 64_500,
    durability,
  })),
  { kind: 'append', bytes: 300_000, fileBytes: 20_000_000, durability: 'interval' },
  { kind: 'read', bytes: 1_000, fileBytes: 100_500 },
  { kind: 'random-read', bytes: 777, fileBytes: 1_000_000, seed: 5 },
];

describe.each(subjects.filter(({ subject }) => subject.start))('$id', ({ subject }) => {
  const start = async (work: BareWork) => {
    const program = await subject.start!(folder, work);
    opened.push(program);
    return program;
  };
  const onlyFile = () => join(folder, readdirSync(folder)[0] ?? '');

  it.each(works)(
    'does $kind of $bytes bytes rightly, and leaves no file behind',
    async (work) => {
      const program = await start(work);
      await program.check();
      await program.run(100);
      await program.check();
      await program.run(3);
      await program.check();
      expect(statSync(onlyFile()).size).toBeLessThanOrEqual(work.fileBytes);
      await close(program);
      expect(readdirSync(folder)).toEqual([]);
    },
    timeoutMs,
  );

  it(
    'begins its file anew when the next piece would make it too long',
    async () => {
      const program = await start({
        kind: 'append',
        bytes: 1_000,
        fileBytes: 3_500,
        durability: 'page-cache',
      });
      await program.run(3);
      expect(statSync(onlyFile()).size).toBe(3_000);
      await program.run(2);
      expect(statSync(onlyFile()).size).toBe(2_000);
    },
    timeoutMs,
  );

  it.each(works)(
    'is found out when the bytes of $kind are others',
    async (work) => {
      const program = await start(work);
      await program.run(10);
      writeFileSync(onlyFile(), Buffer.alloc(statSync(onlyFile()).size, 1));
      await expect(program.check()).rejects.toThrow(/differ|not what was written/);
    },
    timeoutMs,
  );

  it(
    'counts the CPU it has used',
    async () => {
      const program = await start({ kind: 'read', bytes: 10_000, fileBytes: 1_000_000 });
      const before = await program.cpuMicros();
      await program.run(20_000);
      const after = await program.cpuMicros();
      expect(after.user).toBeGreaterThanOrEqual(before.user);
      expect(after.system + after.user).toBeGreaterThan(before.system + before.user);
    },
    timeoutMs,
  );

  it(
    'refuses pieces that its file cannot hold',
    async () => {
      const work: BareWork = { kind: 'read', bytes: 100, fileBytes: 99 };
      await expect((async () => subject.start!(folder, work))()).rejects.toThrow(
        /a file of 99 bytes holds no piece of 100/,
      );
      expect(readdirSync(folder)).toEqual([]);
    },
    timeoutMs,
  );
});
