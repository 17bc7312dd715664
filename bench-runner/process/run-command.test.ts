import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { endTree } from './end-tree.ts';
import { OutputCollector } from './output-collector.ts';
import { readProcessTable } from './process-table.ts';
import { registeredProcesses } from './registry.ts';
import { runCommand } from './run-command.ts';

// Starting a process can take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const node = process.execPath;
const script = (code: string) => [node, '-e', code];
const runs = (pid: number) =>
  readProcessTable().some((entry) => entry.pid === pid && entry.state !== 'Z');

/** Prints the pid of a grandchild that ignores SIGTERM, then hangs. */
const stubbornTree = `
  const child = require('node:child_process').spawn(process.execPath,
    ['-e', "process.on('SIGTERM', () => {}); process.stdout.write(process.pid + '\\\\n'); setInterval(() => {}, 1000)"],
    { stdio: 'inherit' });
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
`;

describe('a command', () => {
  test('gives its exit code and both streams', async () => {
    const result = await runCommand(
      script(`console.log('out'); console.error('err'); process.exitCode = 3`),
    );
    expect(result).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n', truncated: false });
  });

  test('gets its arguments as they are, with no shell in between', async () => {
    const hostile = ['$(echo x)', '; exit 7', '`id`', "it's", '*', '"', ''];
    const result = await runCommand([
      ...script('console.log(JSON.stringify(process.argv.slice(1)))'),
      '--',
      ...hostile,
    ]);
    expect(JSON.parse(result.stdout)).toEqual(hostile);
  });

  test('runs in its folder with added and removed variables', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'command-'));
    writeFileSync(join(folder, 'here.txt'), 'yes');
    process.env.LAB_TEST_REMOVED = 'still here';
    const result = await runCommand(
      script(
        `console.log(require('node:fs').readFileSync('here.txt', 'utf8'), process.env.ADDED, process.env.LAB_TEST_REMOVED)`,
      ),
      { cwd: folder, env: { ADDED: 'a', LAB_TEST_REMOVED: undefined } },
    );
    delete process.env.LAB_TEST_REMOVED;
    expect(result.stdout).toBe('yes a undefined\n');
  });

  test('hands on lines as they come, the last without line feed included', async () => {
    const lines: string[] = [];
    await runCommand(script(`process.stdout.write('a\\r\\nb\\n\\nc')`), {
      onLine: (line, stream) => lines.push(`${stream}:${line}`),
    });
    expect(lines).toEqual(['stdout:a', 'stdout:b', 'stdout:', 'stdout:c']);
  });

  test('keeps the end of long output', async () => {
    const result = await runCommand(
      script(`process.stdout.write('x'.repeat(100_000) + 'the end')`),
      { outputLimit: 10 },
    );
    expect(result).toMatchObject({ stdout: 'xxxthe end', truncated: true });
  });

  test('ended by a signal has the exit code a shell gives', async () => {
    const result = await runCommand(script(`process.kill(process.pid, 'SIGKILL')`));
    expect(result.exitCode).toBe(137);
  });

  test('that is not there is named, with what to do', async () => {
    await expect(runCommand(['no-such-program-here'])).rejects.toMatchObject({
      code: 'not-found',
      message: '"no-such-program-here" was not found. Install it or add its folder to PATH.',
    });
    await expect(runCommand([node], { cwd: '/no/such/folder' })).rejects.toMatchObject({
      code: 'not-started',
      message: expect.stringContaining('/no/such/folder does not exist'),
    });
    await expect(runCommand([])).rejects.toMatchObject({ code: 'not-started' });
  });
});

describe('what a command started is ended', () => {
  test('on timeout, even where SIGTERM is ignored', async () => {
    const error = await runCommand(script(stubbornTree), { timeoutMs: 3_000, graceMs: 100 }).catch(
      (reason) => reason,
    );
    expect(error).toMatchObject({ code: 'timed-out' });
    const grandchild = Number(error.stdout);
    expect(grandchild).toBeGreaterThan(0);
    expect(runs(grandchild)).toBe(false);
    expect(registeredProcesses()).toEqual([]);
  });

  test('on abort', async () => {
    const controller = new AbortController();
    const pids: number[] = [];
    await expect(
      runCommand(script(stubbornTree), {
        signal: controller.signal,
        graceMs: 50,
        onStart: (pid) => pids.push(pid),
        onLine: (line) => {
          pids.push(Number(line));
          controller.abort('SIGINT');
        },
      }),
    ).rejects.toMatchObject({ code: 'aborted', cause: 'SIGINT' });
    expect(pids).toHaveLength(2);
    expect(pids.filter(runs)).toEqual([]);
  });

  test('when it leaves a process behind that holds its output open', async () => {
    const result = await runCommand(
      script(`
        const child = require('node:child_process').spawn(process.execPath,
          ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
        console.log(child.pid);
        process.exit(0);
      `),
    );
    expect(result.exitCode).toBe(0);
    expect(runs(Number(result.stdout))).toBe(false);
  });

  test('without being started, where the signal is aborted already', async () => {
    const started: number[] = [];
    await expect(
      runCommand(script(''), { signal: AbortSignal.abort(), onStart: (pid) => started.push(pid) }),
    ).rejects.toMatchObject({ code: 'aborted' });
    expect(started).toEqual([]);
  });
});

test('ending a process that has gone already is no error', async () => {
  let ended = 0;
  await runCommand(script(''), { onStart: (pid) => (ended = pid) });
  await pause(1);
  await expect(endTree(ended)).resolves.toBeUndefined();
});

describe('collected output', () => {
  test('keeps characters whole that arrive in two chunks', () => {
    const lines: string[] = [];
    const collector = new OutputCollector(100, (line) => lines.push(line));
    const bytes = Buffer.from('µs\n');
    collector.add(bytes.subarray(0, 1));
    collector.add(bytes.subarray(1));
    collector.end();
    expect(lines).toEqual(['µs']);
    expect(collector.text).toBe('µs\n');
  });

  test('hands on an endless line in pieces', () => {
    const lengths: number[] = [];
    const collector = new OutputCollector(10, (line) => lengths.push(line.length));
    collector.add(Buffer.alloc(150_000, 'x'));
    collector.end();
    expect(lengths).toEqual([65_536, 65_536, 18_928]);
    expect(collector.text).toHaveLength(10);
  });
});
