import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { endTree } from './end-tree.ts';
import { readProcessTable } from './process-table.ts';

// Starting a process can take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const program = fileURLToPath(new URL('./testing/interruptible.ts', import.meta.url));
const runs = (pid: number) =>
  readProcessTable().some((entry) => entry.pid === pid && entry.state !== 'Z');
let running: ChildProcess | undefined;

afterEach(async () => {
  if (running?.pid) await endTree(running.pid, 0);
});

async function start(mode: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, mode], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running = child;
  let printed = '';
  const started = new Promise<number>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const pid = /started (\d+)/.exec(printed)?.[1];
      if (pid) resolve(Number(pid));
    });
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, printed }));
  return { child, grandchild: await started, ended };
}

test('the first signal aborts what runs, and the program ends in its own way', async () => {
  const { child, grandchild, ended } = await start('obedient');
  child.kill('SIGINT');
  const { code, printed } = await ended;
  expect(printed).toContain('was ended: the run was interrupted');
  expect(code).toBe(130);
  expect(runs(grandchild)).toBe(false);
});

test('a program that does not end by itself is ended, and so is what it started', async () => {
  const { child, grandchild, ended } = await start('busy');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 130 });
  expect(runs(grandchild)).toBe(false);
});

test('the second signal ends the program at once', async () => {
  const { child, grandchild, ended } = await start('stuck');
  child.kill('SIGINT');
  setTimeout(() => child.kill('SIGINT'), 100);
  expect(await ended).toMatchObject({ code: 130 });
  expect(runs(grandchild)).toBe(false);
});

test('without a handler a signal still leaves no process behind', async () => {
  const { child, grandchild, ended } = await start('unhandled');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 143 });
  expect(runs(grandchild)).toBe(false);
});

test('an uncaught error leaves no process behind', async () => {
  const { grandchild, ended } = await start('crash');
  expect(await ended).toMatchObject({ code: 1 });
  expect(runs(grandchild)).toBe(false);
});
