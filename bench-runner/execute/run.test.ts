import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProcessTable } from '../process/process-table.ts';
import { parseDocument } from '../results/parse.ts';
import type { ResultDocument } from '../results/schema.ts';
import { startLab } from './testing/lab-process.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const living = () => new Map(readProcessTable().map(({ pid, startedAt }) => [pid, startedAt]));

/** Waits until none of the processes of a tree seen earlier runs any more. */
async function allGone(seen: ReadonlyMap<number, number>): Promise<boolean> {
  for (let turn = 0; turn < 100; turn += 1) {
    const now = living();
    if ([...seen].every(([pid, startedAt]) => now.get(pid) !== startedAt)) return true;
    await pause(50);
  }
  return false;
}

function treeBelow(root: number): Map<number, number> {
  const table = readProcessTable();
  const tree = new Map<number, number>();
  const visit = (parent: number) => {
    for (const { pid, parent: of, startedAt } of table) {
      if (of !== parent) continue;
      tree.set(pid, startedAt);
      visit(pid);
    }
  };
  visit(root);
  return tree;
}

describe('lab run', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-run-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const documentsOf = (stdout: string): ResultDocument[] =>
    JSON.parse(stdout).documents.map((document: unknown) =>
      parseDocument(JSON.stringify(document), 'printed document'),
    );

  it('keeps what succeeds and says of everything else what went wrong', async () => {
    const { code, stdout, stderr } = await startLab(folder, [
      'run',
      'behaviour',
      '--json',
      '--trial-limit',
      '2',
      '--seed',
      '7',
    ]).ended;
    const [document] = documentsOf(stdout);
    if (!document) throw new Error(stderr);
    expect(code).toBe(3);
    const state = (key: string) => {
      const found = document.cases.find((each) => each.key === key);
      return found?.status === 'failed' ? found.stage : found?.status;
    };
    expect(state('sum/n=10/steady')).toBe('measured');
    expect(state('sum/n=10/formula')).toBe('measured');
    expect(state('sum/n=100/fails')).toBe('prepare');
    expect(state('sum/n=100/lies')).toBe('check');
    expect(state('sum/n=100/hangs')).toBe('check');
    expect(state('sum/n=100/crashes')).toBe('warm-up');
    expect(state('sum/n=100/turns')).toBe('check-again');
    expect(state('sum/n=100/cannot')).toBe('skipped');
    expect(state('sum/n=100/absent')).toBe('skipped');
    expect(state('ask-peer/-/steady')).toBe('measured');
    expect(state('printed/n=10/prints')).toBe('measured');

    const steady = document.cases.find(({ key }) => key === 'sum/n=10/steady');
    if (steady?.status !== 'measured') throw new Error('not measured');
    const roles = steady.trials.map(({ block, role }) => `${block} ${role}`).sort();
    const expected = Array.from({ length: 10 }, (_, block) => [
      `${block} control`,
      `${block} subject`,
    ]);
    expect(roles).toEqual(expected.flat().sort());

    const printed = document.cases.find(({ key }) => key === 'printed/n=10/prints');
    if (printed?.status !== 'measured') throw new Error('not measured');
    expect(printed.summaries['time-per-operation']).toMatchObject({ median: 12.5, n: 10 });
    expect(document.run).toMatchObject({ profile: 'quick', seed: 7, blocks: 10 });
    expect(document.caveats.map(({ code: caveat }) => caveat)).toContain('quick-profile');

    expect(stderr).toContain('skipping absent: needs the program "no-such-program-anywhere"');
    expect(stderr).toContain('apt-get install no-such-program');
    expect(stderr).toMatch(/trial \d+ of \d+, \d+:\d\d left/);
    expect(stdout).not.toContain(folder);
  }, 180_000);

  it('stops on Ctrl+C, leaves no process and says how to resume', async () => {
    const { child, ended } = startLab(folder, ['run', 'behaviour', '--subject', 'hangs']);
    const pid = child.pid ?? 0;
    let tree = new Map<number, number>();
    for (let turn = 0; turn < 400 && tree.size < 2; turn += 1) {
      await pause(50);
      tree = treeBelow(pid);
    }
    await pause(1_500);
    tree = treeBelow(pid);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/lab run --resume \d{8}t\d{6}z-[0-9a-f]{4}/);
    expect(await allGone(tree)).toBe(true);
  }, 60_000);

  it.each([
    [['run', 'nothing'], /there is no suite "nothing".*choose from: behaviour/s],
    [['run', '--scenario', 'x'], /there is no scenario "x".*sum/s],
    [['run', '--subject', 'x'], /there is no subject "x".*steady/s],
    [['run', '--seed', '-1'], /from 0 to 4294967295/],
    [['run', '--profile', 'slow'], /quick, standard, full/],
    [['run', '--resume', '20261120t093500z-0000'], /no run 20261120t093500z-0000/],
    [['run', '--resume', '../../etc'], /run id/],
    [['run', 'behaviour', '--resume', '20261120t093500z-0000'], /keeps the choices/],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await startLab(folder, args).ended;
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  it('loses and repeats nothing when killed at any of 50 random moments', async () => {
    const selection = ['behaviour', '--scenario', 'sum', '--subject', 'formula'];
    let kills = 0;
    let finished = 0;
    let runId: string | undefined;
    // Bounded by the kills; every round either kills or finishes a run.
    while (kills < 50) {
      const args = runId ? ['--resume', runId] : selection;
      const { child, ended } = startLab(folder, ['run', '--json', ...args]);
      const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * 3_000);
      const { code, signal, stdout, stderr } = await ended;
      clearTimeout(timer);
      if (signal === 'SIGKILL') {
        kills += 1;
        const [latest] = (await readdir(join(folder, '.lab/runs')).catch(() => []))
          .sort()
          .reverse();
        // A run killed before its header was synced cannot be resumed and says so.
        runId = latest;
        continue;
      }
      if (code === 1 || code === 2) {
        expect(stderr).toMatch(/start a new run|no run/);
        await rm(join(folder, '.lab'), { recursive: true });
        runId = undefined;
        continue;
      }
      expect(code, stderr).toBe(0);
      checkWhole(documentsOf(stdout));
      finished += 1;
      await rm(join(folder, '.lab'), { recursive: true });
      runId = undefined;
    }
    if (runId) {
      const { code, stdout, stderr } = await startLab(folder, ['run', '--json', '--resume', runId])
        .ended;
      expect(code, stderr).toBe(0);
      checkWhole(documentsOf(stdout));
      finished += 1;
    }
    expect(finished).toBeGreaterThan(0);
  }, 600_000);

  function checkWhole([document]: ResultDocument[]): void {
    expect(document?.cases.map(({ key }) => key).sort()).toEqual([
      'sum/n=10/formula',
      'sum/n=10/steady',
      'sum/n=100/formula',
      'sum/n=100/steady',
    ]);
    for (const each of document?.cases ?? []) {
      if (each.status !== 'measured') throw new Error(`${each.key} is ${each.status}`);
      const trials = each.trials.map(({ block, role }) => `${block} ${role}`);
      expect(new Set(trials).size).toBe(trials.length);
      expect(trials).toHaveLength(each.subject === 'steady' ? 20 : 10);
    }
  }
});
