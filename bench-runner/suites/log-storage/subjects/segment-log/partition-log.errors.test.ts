import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartitionLog } from './index.ts';
import { bundlePrograms } from './testing/bundle-programs.ts';
import { bootId, endedProcess } from './testing/dead-lock.ts';
import { expectCode } from './testing/expect-code.ts';
import { failingFiles } from './testing/failing-files.ts';
import { type History, recordsFrom } from './testing/history.ts';
import { runProgram, startProgram } from './testing/run-program.ts';
import { verifyHistory } from './testing/verify-history.ts';

// Starting a process can take seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const limitMs = 60_000;

const history: History = { seed: 3, keys: 50 };
/** The user `nobody` on most systems; any will do that is not root. */
const nobody = 65_534;

let root: string;
let programs: Record<'hold-lock' | 'fill-disk' | 'lose-rights' | 'exhaust-files', string>;
let folder: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'log-errors-'));
  programs = await bundlePrograms(root, ['hold-lock', 'fill-disk', 'lose-rights', 'exhaust-files']);
});
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a folder that another has open', () => {
  it('is locked, with the number of the process, until that process ends in whatever way', async () => {
    const holder = startProgram(programs['hold-lock'], { folder, history, count: 20 }, limitMs);
    await holder.line('open');
    const locked = await expectCode('locked', () => PartitionLog.open(folder));
    expect(locked.message).toContain(`process ${holder.pid}:`);
    const reader = await PartitionLog.open(folder, { readOnly: true });
    verifyHistory(reader, history, { acknowledged: 20 });
    await reader.close();
    holder.kill();
    await holder.ended;
    const log = await PartitionLog.open(folder);
    verifyHistory(log, history, { acknowledged: 20 });
    await log.close();
  });

  it('is locked within one process, until it is closed', async () => {
    const first = await PartitionLog.open(folder);
    const locked = await expectCode('locked', () => PartitionLog.open(folder));
    expect(locked.message).toContain(`process ${process.pid}:`);
    await first.close();
    await (await PartitionLog.open(folder)).close();
  });

  it('goes to one of those who take it over at the same time', async () => {
    writeFileSync(join(folder, '.lock'), endedProcess(bootId()));
    const holders = Array.from({ length: 4 }, () =>
      startProgram(programs['hold-lock'], { folder, history, count: 1 }, limitMs),
    );
    try {
      const said = await Promise.all(holders.map((holder) => holder.line('')));
      expect(said.map((line) => line.split(' ', 2).join(' ').trim()).sort()).toEqual([
        'open',
        'refused locked',
        'refused locked',
        'refused locked',
      ]);
    } finally {
      for (const holder of holders) holder.kill();
      await Promise.all(holders.map(({ ended }) => ended));
    }
  });

  it.each([
    [
      'whose number another process has now',
      (own: object) => JSON.stringify({ ...own, startedAt: 1 }),
    ],
    [
      'under an earlier start of the machine',
      (own: object) => JSON.stringify({ ...own, boot: 'x' }),
    ],
    ['whose lock is empty', () => ''],
    ['whose lock is garbage', () => '\u0000\u0001{{'],
  ])('is taken over from a process %s', async (_, lock) => {
    const first = await PartitionLog.open(folder);
    first.append(recordsFrom(history, 0, 5));
    const own = JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'));
    await first.close();
    writeFileSync(join(folder, '.lock'), lock(own));
    const log = await PartitionLog.open(folder);
    verifyHistory(log, history, { acknowledged: 5 });
    await log.close();
  });
});

/** Mounts a small disk for a program in a name space of its own, which ends with the program. */
const onSmallDisk = (argv: string[]) => [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=2m tmpfs "$0" && exec "$@"',
  folder,
  ...argv,
];
const canMount =
  spawnSync('unshare', ['--mount', 'sh', '-c', `mount -t tmpfs tmpfs ${tmpdir()}`]).status === 0;
const withShellLimit = (limit: string) => (argv: string[]) => [
  'sh',
  '-c',
  `ulimit ${limit} && exec "$@"`,
  'sh',
  ...argv,
];

describe.each(['page-cache', 'sync'] as const)('under %s', (durability) => {
  it.skipIf(!canMount)('a disk that is full loses nothing, and is written to again', async () => {
    const order = { folder, durability, limit: 'disk' };
    const said = await runProgram(programs['fill-disk'], order, limitMs, { command: onSmallDisk });
    expect(said).toMatch(/^full \d+ no space to .*\(ENOSPC\): free space.*\ndone\n$/);
  });

  it('a file that may not grow loses nothing, and the next segment takes more', async () => {
    const order = { folder, durability, limit: 'file' };
    const command = withShellLimit('-f 100');
    const said = await runProgram(programs['fill-disk'], order, limitMs, { command });
    expect(said).toMatch(/^full \d+ no space to append to 0{20}\.log \(EFBIG\): .*\ndone\n$/);
  });

  it('too few descriptors lose nothing, and it goes on when there are more', async () => {
    const command = withShellLimit('-n 60');
    const order = { folder, durability };
    const said = await runProgram(programs['exhaust-files'], order, limitMs, { command });
    expect(said).toMatch(/^too many open files to .*ulimit -n.*\ndone\n$/);
  });
});

it('a folder without the right to write is refused, can be read, and loses nothing', async () => {
  // The folders above must let the other user pass; the one below is to be made by it.
  chmodSync(root, 0o755);
  chmodSync(folder, 0o777);
  const order = { folder: join(folder, 'log'), user: nobody };
  const said = await runProgram(programs['lose-rights'], order, limitMs);
  expect(said).toMatch(
    /^not allowed to .*give this user the right to write.*\nnot allowed to .*readOnly\ndone\n$/,
  );
});

describe('a file call that fails', () => {
  it('keeps what is acknowledged from depending on a disk that could not be synced', async () => {
    const files = failingFiles();
    let log = await PartitionLog.open(folder, { durability: 'sync', files });
    await log.produce(recordsFrom(history, 0, 4));
    files.fail({ from: 1, count: 1, code: 'EIO' });
    const failed = await expectCode('io', () => log.produce(recordsFrom(history, 4, 4)));
    expect(failed.message).toContain('open it again');
    // Syncing again would succeed, although the system has dropped what it could not write.
    await expectCode('io', () => log.produce(recordsFrom(history, 8, 4)));
    await expectCode('io', () => log.flush());
    await log.close();
    log = await PartitionLog.open(folder, { durability: 'sync' });
    verifyHistory(log, history, { acknowledged: 4 });
    await log.produce(recordsFrom(history, log.endOffset, 4));
    await log.close();
  });

  it('leaves no half batch behind, even if what it wrote cannot be taken back', async () => {
    const files = failingFiles();
    let log = await PartitionLog.open(folder, { files });
    log.append(recordsFrom(history, 0, 4));
    for (const count of [1, 2]) {
      files.fail({ from: 0, count, code: 'ENOSPC' });
      await expectCode('disk-full', () => log.append(recordsFrom({ ...history, seed: 9 }, 4, 40)));
      verifyHistory(log, history, { acknowledged: 4 * count });
      log.append(recordsFrom(history, 4 * count, 4));
    }
    const killed = mkdtempSync(join(root, 'killed-'));
    for (const name of ['00000000000000000000.log']) {
      writeFileSync(join(killed, name), readFileSync(join(folder, name)));
    }
    await log.close();
    for (const each of [folder, killed]) {
      log = await PartitionLog.open(each);
      verifyHistory(log, history, { acknowledged: 12 });
      await log.close();
    }
  });

  it.each(['page-cache', 'sync'] as const)(
    'is told wherever it comes, and the log under %s goes on after it',
    async (durability) => {
      // Rolls, compacts, and closes; each of its calls fails in its turn.
      for (let from = 0, calls = 1; from < calls; from += 1) {
        const files = failingFiles();
        const each = join(folder, `${durability}-${from}`);
        mkdirSync(each);
        const options = { durability, files, segmentBytes: 1_500 };
        let log = await PartitionLog.open(each, options);
        await log.produce(recordsFrom(history, 0, 5));
        let acknowledged = 5;
        files.fail({ from, count: 1, code: 'ENOSPC' });
        try {
          for (let batch = 0; batch < 5; batch += 1) {
            await log.produce(recordsFrom(history, acknowledged, 5));
            acknowledged += 5;
          }
          await log.compact();
        } catch (error) {
          await expectCode('disk-full', () => Promise.reject(error));
          verifyHistory(log, history, { acknowledged, compacted: true });
        }
        await log.close().catch((error) => expectCode('disk-full', () => Promise.reject(error)));
        calls = Math.max(calls, files.calls);
        files.fail({ from: 0, count: 0, code: '' });
        log = await PartitionLog.open(each, options);
        verifyHistory(log, history, { acknowledged, compacted: true });
        await log.produce(recordsFrom(history, log.endOffset, 5));
        await log.compact();
        verifyHistory(log, history, { acknowledged, compacted: true });
        await log.close();
      }
    },
  );
});

it('retention that is not allowed to delete leaves a log without gaps, and goes on later', async () => {
  const files = failingFiles();
  const options = { files, segmentBytes: 500, retentionBytes: 1 };
  let log = await PartitionLog.open(folder, options);
  while (log.segmentCount < 5) log.append(recordsFrom(history, log.endOffset, 3));
  const acknowledged = log.endOffset;
  for (let from = 0; from < 3; from += 1) {
    files.fail({ from, count: 1, code: 'EACCES' });
    await expectCode('read-only', () => log.applyRetention());
    verifyHistory(log, history, { acknowledged });
  }
  await log.close();
  log = await PartitionLog.open(folder, options);
  verifyHistory(log, history, { acknowledged });
  expect(log.applyRetention()).toBe(4);
  await log.close();
  log = await PartitionLog.open(folder, options);
  expect([log.segmentCount, log.endOffset]).toEqual([1, acknowledged]);
  await log.close();
});

describe('a log that is closed', () => {
  it('says so to every call', async () => {
    const log = await PartitionLog.open(folder);
    log.append(recordsFrom(history, 0, 1));
    await log.close();
    await log.close();
    await expectCode('closed', () => log.append(recordsFrom(history, 1, 1)));
    await expectCode('closed', () => log.produce(recordsFrom(history, 1, 1)));
    await expectCode('closed', () => log.flush());
    await expectCode('closed', () => log.read(0));
    await expectCode('closed', () => log.scan(0, () => {}));
    await expectCode('closed', () => log.offsetForTime(0));
    await expectCode('closed', () => log.roll());
    await expectCode('closed', () => log.compact());
    await expectCode('closed', () => log.applyRetention());
    await expectCode('closed', () => log.refresh());
  });
});

describe('what cannot be', () => {
  it.each([
    ['no records', []],
    [
      'timestamps that lie far apart',
      [
        { value: null, timestamp: 0 },
        { value: null, timestamp: 1e12 },
      ],
    ],
    ['a timestamp that is no number', [{ value: null, timestamp: Number.NaN }]],
    [
      'a long name of a header',
      [{ value: null, headers: [{ key: 'x'.repeat(70_000), value: new Uint8Array() }] }],
    ],
  ])('is refused and leaves the log as it was: %s', async (_, records) => {
    const log = await PartitionLog.open(folder);
    log.append(recordsFrom(history, 0, 3));
    await expectCode('invalid', () => log.append(records));
    log.append(recordsFrom(history, 3, 3));
    verifyHistory(log, history, { acknowledged: 6 });
    await log.close();
  });

  it.each([
    ['segmentBytes', { segmentBytes: 0 }],
    ['segmentBytes', { segmentBytes: 2 ** 31 }],
    ['retentionMs', { retentionMs: Number.NaN }],
  ])('is refused and named: the option %s as %o', async (name, options) => {
    expect(
      (await expectCode('invalid', () => PartitionLog.open(folder, options))).message,
    ).toContain(name);
    await (await PartitionLog.open(folder)).close();
  });

  it('is a log to read where there is none', async () => {
    await expectCode('io', () => PartitionLog.open(folder, { readOnly: true }));
    await expectCode('io', () => PartitionLog.open(join(folder, 'nowhere'), { readOnly: true }));
  });
});
