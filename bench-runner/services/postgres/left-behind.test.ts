import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readProcess } from '../../process/process-table.ts';
import { endLeftovers } from '../leftovers/end-leftovers.ts';
import { readRecords, recordsFolder } from '../leftovers/start-record.ts';
import { processesAt } from '../leftovers/workplace.ts';

vi.setConfig({ testTimeout: 90_000 });

const program = fileURLToPath(new URL('../testing/killed-program.ts', import.meta.url));
const service = fileURLToPath(new URL('./service.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-killed-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Nothing may be left that could not be ended. */
const unexpected = (what: string) => expect.fail(what);
const running = (pid: number) => !['Z', undefined].includes(readProcess(pid)?.state);

/** A program that has started PostgreSQL and waits; what it runs is busy with a query. */
async function startProgram(mode: 'with-reaper' | 'without-reaper') {
  const child = spawn(process.execPath, ['--import', tsx, program, service, root, mode], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await once(child.stdout, 'data');
  const { environment } = JSON.parse(String(printed)) as {
    environment: { DATABASE_URL: string };
  };
  const client = new pg.Client({ connectionString: environment.DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const query = client
    .query('select count(*) from generate_series(1, 10000000000)')
    .catch(() => {});
  const [found] = await readRecords(recordsFolder(root));
  if (!found?.record.workplace || !found.record.folder) throw new Error('nothing was recorded');
  const { workplace, folder } = found.record;
  return { child, query, backend: Number(rows[0].pid), workplace, folder };
}

test('a program that is killed leaves no process of PostgreSQL, and the next run removes the data', async () => {
  const { child, query, backend, workplace, folder } = await startProgram('with-reaper');
  expect(processesAt(workplace)).toContain(backend);
  child.kill('SIGKILL');
  await query;
  await expect.poll(() => processesAt(workplace), { timeout: 20_000 }).toEqual([]);
  expect(existsSync(folder)).toBe(true);
  await endLeftovers(unexpected, recordsFolder(root));
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(recordsFolder(root))).toEqual([]);
});

test('where its reaper is killed too, the next run ends what is left, and not before', async () => {
  const { child, query, backend, workplace, folder } = await startProgram('without-reaper');
  await endLeftovers(unexpected, recordsFolder(root));
  expect(running(backend)).toBe(true);

  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(running(backend)).toBe(true);
  await endLeftovers(unexpected, recordsFolder(root));
  await query;
  expect(processesAt(workplace)).toEqual([]);
  expect(running(backend)).toBe(false);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(recordsFolder(root))).toEqual([]);
});

test('where the server is killed with them, its query in hand is ended all the same', async () => {
  const { child, query, backend, workplace, folder } = await startProgram('without-reaper');
  const server = readProcess(backend)?.parent ?? 0;
  child.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  await expect.poll(() => running(server)).toBe(false);
  expect(running(backend)).toBe(true);
  await endLeftovers(unexpected, recordsFolder(root));
  await query;
  expect(processesAt(workplace)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

test('a program that ends by a signal or by itself leaves neither processes nor data', async () => {
  const { child, query, workplace, folder } = await startProgram('without-reaper');
  child.kill('SIGTERM');
  await once(child, 'exit');
  await query;
  await expect.poll(() => processesAt(workplace), { timeout: 20_000 }).toEqual([]);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(recordsFolder(root))).toEqual([]);
});
