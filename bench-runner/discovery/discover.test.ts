import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discoverSuites } from './discover.ts';

const fixtures = fileURLToPath(new URL('../execute/fixtures/', import.meta.url));

describe('discoverSuites', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lab-discovery-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (path: string, content: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const suite = `export default { title: 'T', question: 'Q?', hypothesis: 'H',
    metrics: [{ id: 'time', title: 'Time', unit: 'ns', better: 'lower', description: 'D' }] };`;
  const scenario = (changes: object = {}) =>
    `export default ${JSON.stringify({
      title: 'S',
      question: 'Q?',
      description: 'D',
      operation: 'one',
      axes: {},
      metrics: ['time'],
      baseline: 'plain',
      method: { kind: 'in-process' },
      ...changes,
    })};`;
  const subject = { title: 'T', version: '1', language: 'JS', description: 'D', module: './a.ts' };
  const whole = async () => {
    await write('s/suite.ts', suite);
    await write('s/scenarios/write.ts', scenario());
    await write('s/scenarios/write.test.ts', 'throw new Error("a test is no scenario")');
    await write('s/subjects/plain/subject.json', JSON.stringify(subject));
    await write('s/subjects/plain/a.ts', 'export default 1;');
  };

  it('finds suites, scenarios and subjects by their folders, sorted', async () => {
    const [behaviour] = await discoverSuites(fixtures);
    expect(behaviour?.id).toBe('behaviour');
    expect(behaviour?.scenarios.map(({ id }) => id)).toEqual(['ask-peer', 'printed', 'sum']);
    expect(behaviour?.subjects.map(({ id }) => id)).toContain('steady');
  });

  it('finds nothing in a folder that does not exist', async () => {
    expect(await discoverSuites(join(folder, 'nowhere'))).toEqual([]);
  });

  it('leaves tests and folders without a declaration out', async () => {
    await whole();
    await mkdir(join(folder, 'notes'));
    const suites = await discoverSuites(folder);
    expect(suites.map(({ id }) => id)).toEqual(['s']);
    expect(suites[0]?.scenarios.map(({ id }) => id)).toEqual(['write']);
  });

  it('gives a subject another hash when its source changes, but not when a test does', async () => {
    await whole();
    const hash = async (at: string) => {
      const copy = join(folder, at);
      await cp(join(folder, 's'), join(copy, 's'), { recursive: true });
      return {
        copy,
        read: async () => (await discoverSuites(copy))[0]?.subjects[0]?.folderHash,
      };
    };
    const { copy, read } = await hash('copy');
    const before = await read();
    await writeFile(join(copy, 's/subjects/plain/a.test.ts'), 'a test');
    expect(await read()).toBe(before);
    await writeFile(join(copy, 's/subjects/plain/a.ts'), 'export default 2;');
    expect(await read()).not.toBe(before);
  });

  it.each([
    ['an id that is no slug', 's/scenarios/Write_It.ts', scenario(), /Write_It.*kebab-case/s],
    ['an id that is an address of its own', 's/scenarios/cite.ts', scenario(), /citation page/],
    ['no default export', 's/scenarios/other.ts', 'export const a = 1;', /no default export/],
    [
      'an unknown metric',
      's/scenarios/other.ts',
      scenario({ metrics: ['speed'] }),
      /"speed".*it has: time/,
    ],
    [
      'an unknown baseline',
      's/scenarios/other.ts',
      scenario({ baseline: 'fast' }),
      /"fast".*the suite has: plain/,
    ],
    [
      'a value that cannot stand in a key',
      's/scenarios/other.ts',
      scenario({ axes: { size: { title: 'S', quick: ['../x'], standard: [] } } }),
      /axis "size".*"\.\.\/x"/,
    ],
    ['a manifest that is not JSON', 's/subjects/b/subject.json', '{', /is not JSON/],
    [
      'a manifest with an unknown key',
      's/subjects/b/subject.json',
      JSON.stringify({ ...subject, colour: 'red' }),
      /colour/,
    ],
    [
      'a module that is not there',
      's/subjects/b/subject.json',
      JSON.stringify({ ...subject, module: './b.ts' }),
      /\.\/b\.ts, which does not exist/,
    ],
    [
      'nothing to start',
      's/subjects/b/subject.json',
      JSON.stringify({ ...subject, module: undefined }),
      /neither "module".*nor "command".*nor "server"/,
    ],
    [
      'a variant of a subject without a server',
      's/subjects/b/subject.json',
      JSON.stringify({ ...subject, module: undefined, variantOf: 'plain' }),
      /variant of "plain", which has no "server"/,
    ],
    [
      'a contrast along an axis it does not have',
      's/scenarios/other.ts',
      scenario({ contrast: { axis: 'depth', baseline: 1 } }),
      /contrasts the axis "depth"/,
    ],
    [
      'a category that cannot stand in an address',
      's/scenarios/other.ts',
      scenario({ category: '../x' }),
      /category.*"\.\.\/x"/,
    ],
  ])('names the file that declares %s', async (_, path, content, message) => {
    await whole();
    await write(path, content);
    await expect(discoverSuites(folder)).rejects.toThrow(message);
  });

  it('gives a variant the program of its original, and a hash of both', async () => {
    await whole();
    const server = {
      ...subject,
      module: undefined,
      server: ['node', 'server.js'],
      build: ['make'],
    };
    await write('s/subjects/web/subject.json', JSON.stringify(server));
    const variant = { ...subject, module: undefined, variantOf: 'web', environment: { MODE: 'b' } };
    await write('s/subjects/web-b/subject.json', JSON.stringify(variant));
    const find = async () => {
      const subjects = (await discoverSuites(folder))[0]?.subjects ?? [];
      return subjects.find(({ id }) => id === 'web-b');
    };
    const before = await find();
    expect(before?.programFolder).toBe(join(folder, 's/subjects/web'));
    expect(before?.manifest.server).toEqual(['node', 'server.js']);
    expect(before?.manifest.build).toEqual(['make']);
    expect(before?.manifest.environment).toEqual({ MODE: 'b' });
    await write('s/subjects/web/server.js', 'changed');
    expect((await find())?.folderHash).not.toBe(before?.folderHash);
  });

  it('says what a suite without subjects or scenarios lacks', async () => {
    await write('s/suite.ts', suite);
    await expect(discoverSuites(folder)).rejects.toThrow(/subjects: holds no subject/);
    await write('s/subjects/plain/subject.json', JSON.stringify(subject));
    await write('s/subjects/plain/a.ts', 'export default 1;');
    await expect(discoverSuites(folder)).rejects.toThrow(/scenarios: holds no scenario/);
  });
});
