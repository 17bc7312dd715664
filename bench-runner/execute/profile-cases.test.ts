import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '../results/schema.ts';
import { startLab } from './testing/lab-process.ts';

describe('lab run --profile-cpu', () => {
  let folder: string;
  let run: { document: ResultDocument; id: string; stderr: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-profiled-'));
    const asked = ['run', 'profiled', '--profile-cpu', '--json'];
    const { code, stdout, stderr } = await startLab(folder, asked).ended;
    // One subject fails.
    expect(code, stderr).toBe(3);
    const printed = JSON.parse(stdout);
    run = { document: printed.documents[0], id: printed.run, stderr };
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true }));

  function measured({ cases }: ResultDocument) {
    const found = cases.flatMap((one) => (one.status === 'measured' ? one : []));
    expect(found.map(({ key }) => key)).toEqual(['fill/-/writes']);
    return found[0]!;
  }

  it('takes a profile of every measured case beside and after its measured trials', () => {
    const { trials, cpuProfile } = measured(run.document);
    expect(trials.map(({ block, role }) => `${block} ${role}`).toSorted()).toEqual([
      '0 control',
      '0 subject',
      '1 control',
      '1 subject',
    ]);
    const lastTrial = Math.max(...trials.map(({ startedAt }) => Date.parse(startedAt)));
    expect(Date.parse(cpuProfile?.takenAt ?? '')).toBeGreaterThan(lastTrial);
    expect(cpuProfile?.functions).toContainEqual({
      name: 'fill',
      source: 'bench-runner/execute/fixtures/profiled/subjects/writes/index.ts',
      line: 4,
    });
    expect(run.stderr).toContain('fill/-/writes: taking a CPU profile, 1 of 1');
    expect(JSON.stringify(run.document)).not.toContain(folder);
  });

  it('yields a document that is published and verified like any other', async () => {
    const published = await startLab(folder, ['publish', '--version', '1.0']).ended;
    expect(published.code, published.stderr).toBe(0);
    const verified = await startLab(folder, ['verify', '1.0']).ended;
    expect(verified.code, verified.stdout + verified.stderr).toBe(0);
  }, 120_000);

  it('goes on with a run that was killed before its profiles, and takes none twice', async () => {
    const file = join(folder, '.lab/runs', run.id, 'journal.jsonl');
    const resume = async () => {
      const { code, stdout, stderr } = await startLab(folder, ['run', '--resume', run.id, '--json'])
        .ended;
      expect(code, stderr).toBe(3);
      const taken = stderr.match(/taking a CPU profile/g)?.length ?? 0;
      return { taken, ...measured(JSON.parse(stdout).documents[0]) };
    };
    const whole = await readFile(file, 'utf8');
    const again = await resume();
    expect(again.taken).toBe(0);
    expect(again.cpuProfile).toEqual(measured(run.document).cpuProfile);

    await writeFile(file, `${whole.trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
    const anew = await resume();
    expect(anew.taken).toBe(1);
    expect(anew.trials).toEqual(measured(run.document).trials);
    expect(anew.cpuProfile?.takenAt).not.toBe(again.cpuProfile?.takenAt);
    expect(await readdir(join(folder, '.lab/runs'))).toEqual([run.id]);
  }, 180_000);

  it('refuses a run in which it could do nothing and says what it is offered for', async () => {
    const only = ['run', 'behaviour', '--scenario', 'printed', '--profile-cpu'];
    const refused = await startLab(folder, only).ended;
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /nothing to profile: .*measured in process.*leave the flag out/s,
    );
  }, 60_000);
});
