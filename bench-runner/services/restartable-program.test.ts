import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readProcess } from '../process/process-table.ts';
import { endLeftovers } from './leftovers/end-leftovers.ts';
import { readRecords, recordsFolder } from './leftovers/start-record.ts';

vi.setConfig({ testTimeout: 60_000 });

const program = fileURLToPath(new URL('./testing/killed-program.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
/** Nothing may be left that could not be ended. */
const unexpected = (what: string) => expect.fail(what);
const running = (pid: number) => !['Z', undefined].includes(readProcess(pid)?.state);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-killed-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function startProgram(service: string, mode: 'with-reaper' | 'without-reaper') {
  const file = fileURLToPath(new URL(`./${service}/service.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, program, file, root, mode], {
    cwd: root,
    env: { ...process.env, REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(child.stdout, 'data');
  const [pid] = JSON.parse(String(printed)).processes as number[];
  const [found] = await readRecords(recordsFolder(root));
  return { child, pid: pid ?? 0, folder: found?.record.folder ?? '' };
}

test.each(['redis', 'external-api'])(
  '%s is ended when the program that started it is killed',
  async (service) => {
    const { child, pid, folder } = await startProgram(service, 'with-reaper');
    expect(running(pid)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => running(pid), { timeout: 20_000 }).toBe(false);
    await endLeftovers(unexpected, recordsFolder(root));
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(recordsFolder(root))).toEqual([]);
  },
);

test('what a killed run left is ended by the next one, and not while that run goes on', async () => {
  const { child, pid, folder } = await startProgram('external-api', 'without-reaper');
  await endLeftovers(unexpected, recordsFolder(root));
  expect(running(pid)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(running(pid)).toBe(true);
  await endLeftovers(unexpected, recordsFolder(root));
  expect(running(pid)).toBe(false);
  expect(existsSync(folder)).toBe(false);
});

test('a program that ends by a signal takes its services and their folders with it', async () => {
  const { child, pid, folder } = await startProgram('external-api', 'without-reaper');
  child.kill('SIGINT');
  await once(child, 'exit');
  await expect.poll(() => running(pid), { timeout: 20_000 }).toBe(false);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(recordsFolder(root))).toEqual([]);
});
