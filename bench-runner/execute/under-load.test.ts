import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseDocument } from '../results/parse.ts';
import type { ResultDocument } from '../results/schema.ts';
import { startLab } from './testing/lab-process.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-load-'));
});
afterEach(() => rm(folder, { recursive: true }));

function documentOf(stdout: string): ResultDocument {
  const [document] = JSON.parse(stdout).documents;
  return parseDocument(JSON.stringify(document), 'printed document');
}

const caseOf = (document: ResultDocument, key: string) => {
  const found = document.cases.find((each) => each.key === key);
  if (!found) throw new Error(`no case ${key}`);
  return found;
};

it('measures a server under load, and of every other says what went wrong, with its log', async () => {
  const { code, stdout, stderr } = await startLab(folder, [
    'run',
    'under-load',
    '--scenario',
    'double',
    '--json',
  ]).ended;
  expect(code, stderr).toBe(3);
  const document = documentOf(stdout);
  const failure = (subject: string) => {
    const found = caseOf(document, `double/-/${subject}`);
    if (found.status !== 'failed') throw new Error(`${subject} is ${found.status}`);
    return found;
  };
  expect(failure('absent')).toMatchObject({
    stage: 'start',
    message: expect.stringContaining('exit code 4 before GET /health answered 200'),
    detail: expect.stringContaining('there is no such database'),
  });
  expect(failure('breaks')).toMatchObject({
    stage: 'check',
    message: expect.stringContaining('GET /double?n=21 answered 22, expected 42'),
  });
  expect(stderr).toMatch(/breaks: failed at stage check: .*expected 42/);
  expect(failure('lies').message).toMatch(/answers looked at were wrong; the first: .*double of/);
  expect(failure('errs').message).toMatch(/ 0 succeeded: \d+ status-500/);
  expect(failure('silent').message).toMatch(/0 requests 0 succeeded/);
  expect(failure('dies')).toMatchObject({
    message: expect.stringContaining('the server ended with exit code 7 under load'),
    detail: expect.stringContaining('no more numbers'),
  });

  const steady = caseOf(document, 'double/-/steady');
  if (steady.status !== 'measured') throw new Error(`steady is ${steady.status}`);
  expect(steady.trials.map(({ role }) => role).toSorted()).toEqual([
    ...Array(3).fill('control'),
    ...Array(3).fill('subject'),
  ]);
  expect(steady.summaries['request-rate']?.median).toBeGreaterThan(10);
  expect(steady.summaries['server-cpu']?.median).toBeGreaterThan(1);
  expect(steady.summaries['server-memory']?.median).toBeGreaterThan(10);
  const { latency } = steady.summaries;
  expect(latency?.percentiles?.at(-1)?.value).toBeGreaterThanOrEqual(latency?.median ?? 0);
  const series = steady.trials[0]?.series ?? {};
  expect(Object.keys(series).toSorted()).toEqual([
    'latency-p50',
    'latency-p95',
    'request-rate',
    'server-memory',
    'users',
  ]);
  expect(series.users?.values.every((users) => users === 4)).toBe(true);
  expect(document.run.blocks).toBe(3);
  expect(stdout).not.toContain(folder);
}, 180_000);

it.runIf(process.platform === 'linux')(
  'starts a database that was killed again, and fails the case in which it was',
  async () => {
    const { code, stdout, stderr } = await startLab(folder, [
      'run',
      'under-load',
      '--scenario',
      'query',
      '--json',
    ]).ended;
    expect(code, stderr).toBe(3);
    const document = documentOf(stdout);
    for (const part of [1, 2]) {
      const killed = caseOf(document, `query/part=${part}/kills`);
      if (killed.status !== 'failed') throw new Error(`kills is ${killed.status}`);
      expect(killed.message).toMatch(/PostgreSQL.* does not answer/);
      const steady = caseOf(document, `query/part=${part}/steady`);
      if (steady.status !== 'measured') throw new Error(`steady is ${steady.status}`);
      expect(steady.trials).toHaveLength(4);
      expect(steady.summaries['postgres-queries']?.median).toBeGreaterThan(0.5);
    }
    expect(document.environment.services).toMatchObject([{ id: 'postgres', standIn: false }]);
  },
  180_000,
);
