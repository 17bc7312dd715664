import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { discoverSubjects } from '../../../discovery/subjects.ts';
import { type Bundle, bundleModules } from '../../../measure/in-process/bundle.ts';
import { forkTrial } from '../../../measure/in-process/fork-trial.ts';

const here = import.meta.dirname;
const scenario = join(here, '../testing/append-and-check.ts');
const missing = inject('missingPrograms');
const subjects = (await discoverSubjects(here)).map(({ id, folder, manifest }) => ({
  id,
  module: join(folder, manifest.module ?? ''),
}));

let folder: string;
let bundle: Bundle;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-storage-'));
  const runnable = subjects.filter(({ id }) => missing[id] === undefined);
  bundle = await bundleModules(
    [scenario, ...runnable.map(({ module }) => module)],
    join(folder, 'program'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

for (const { id, module } of subjects) {
  it.skipIf(missing[id])(
    `${id} works in a trial's process and a thread of it, from the bundle, with what it installs and builds`,
    async () => {
      const trialFolder = await mkdtemp(join(folder, 'trial-'));
      const result = await forkTrial(
        {
          kind: 'trial',
          scenarioModule: bundle.moduleOf(scenario),
          subjectModule: bundle.moduleOf(module),
          parameters: {},
          metrics: ['time-per-operation'],
          folder: trialFolder,
          seed: 1,
          warmUpMs: 20,
          measureMs: 20,
        },
        { program: bundle.child, limitMs: 60_000, signal: new AbortController().signal },
      );
      expect(result).toMatchObject({
        outcome: { samples: { 'time-per-operation': expect.any(Number) } },
      });
    },
    90_000,
  );
}
