import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { discoverSuites } from '../../discovery/discover.ts';
import { bundleModules } from '../../measure/in-process/bundle.ts';
import { planSuite } from '../../plan/plan.ts';
import { writeSelfComparison } from './suite-folder.ts';

const suites = join(import.meta.dirname, '../../suites');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'self-comparison-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is a suite in which one program stands twice, and every round is a comparison', async () => {
  const [suite, scenario, subject] = [join(suites, 'multiplexer'), 'write-memory', 'original'];
  await writeSelfComparison(folder, { suite, scenario, subject, rounds: 3 });
  const [found] = await discoverSuites(folder);
  if (!found) throw new Error('expected a suite');
  const groups = planSuite(found, { profile: 'quick' });
  expect(groups.map(({ key, subjects, baseline }) => ({ key, subjects, baseline }))).toEqual(
    [1, 2, 3].map((round) => ({
      key: `write-memory/size=1024,round=${round}`,
      subjects: ['original', 'original-again'],
      baseline: 'original',
    })),
  );
  expect(found.definition).toMatchObject({ tables: undefined, answers: undefined });
  // Both modules must be bundled from the same source.
  const modules = found.subjects.map(({ folder: own }) => join(own, 'index.ts'));
  const bundle = await bundleModules(modules, join(folder, 'program'));
  const sources = modules.map((module) =>
    bundle.sourcesOf(module).filter((file) => !file.startsWith(folder)),
  );
  expect(sources[0]).toContain(join(suite, 'subjects/original/index.ts'));
  expect(sources[1]).toEqual(sources[0]);
});

it('gives a server a second id as a variant, so that it is installed and built once', async () => {
  const suite = join(folder, 'given');
  const files = {
    'suite.ts':
      "export default { title: 'S', question: 'Q?', hypothesis: 'H.', metrics: [{ id: 'time' }] };",
    'scenarios/ask.ts': "export default { axes: {}, metrics: ['time'], baseline: 'server' };",
    'subjects/server/subject.json': JSON.stringify({
      title: 'Server',
      version: '1',
      language: 'JavaScript',
      description: 'Answers.',
      server: ['node', 'server.mjs'],
      environment: { MODE: 'fast' },
    }),
    'subjects/server/server.mjs': 'listen();',
    'package.json': '{ "type": "module" }',
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(suite, name, '..'), { recursive: true });
    await writeFile(join(suite, name), content);
  }
  const written = join(folder, 'written');
  await writeSelfComparison(written, { suite, scenario: 'ask', subject: 'server', rounds: 1 });
  const [found] = await discoverSuites(written);
  const [server, again] = found?.subjects ?? [];
  expect([server?.id, again?.id]).toEqual(['server', 'server-again']);
  expect(again?.programFolder).toBe(server?.folder);
  expect(again?.manifest.server).toEqual(server?.manifest.server);
  expect(again?.manifest.environment).toEqual({ MODE: 'fast' });
  const variant = { suite: written, scenario: 'ask', subject: 'server-again', rounds: 1 };
  await expect(
    writeSelfComparison(join(folder, 'other'), {
      ...variant,
      suite: join(written, 'self-comparison'),
    }),
  ).rejects.toThrow('choose "server"');
});
