import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readProcess } from './process-table.ts';
import { startProcess } from './start-process.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-process-'));
});
afterEach(() => rm(folder, { recursive: true }));

const start = (code: string, env = {}) =>
  startProcess([process.execPath, '-e', code], { cwd: folder, env, logFile: join(folder, 'log') });

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !done(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('keeps what a program prints, tells how it ended, and gives it no variable but those named', async () => {
  const running = await start(
    'console.log(JSON.stringify(process.env)); console.error("so long"); process.exit(3)',
    { COLOUR: 'red' },
  );
  await until(() => running.endedWith() !== null);
  expect(running.endedWith()).toBe('exit code 3');
  const [variables = '', last] = running.lastOutput().split('\n');
  expect(JSON.parse(variables)).toEqual({ COLOUR: 'red' });
  expect(last).toBe('so long');
  await running.end(0);
});

it('ends a program with what it started, also one that does not listen to SIGTERM', async () => {
  const running = await start(`
    process.on('SIGTERM', () => {});
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    console.log(child.pid);
    setInterval(() => {}, 1000);
  `);
  await until(() => running.lastOutput() !== '');
  const child = Number(running.lastOutput());
  expect(readProcess(child)).not.toBeNull();
  await running.end(100);
  expect(readProcess(running.pid)?.state ?? 'Z').toBe('Z');
  expect(readProcess(child)?.state ?? 'Z').toBe('Z');
});

it('says why a program could not be started', async () => {
  const options = { cwd: folder, env: {}, logFile: join(folder, 'log') };
  await expect(startProcess(['./none'], options)).rejects.toThrow(
    /"\.\/none" could not be started/,
  );
});
