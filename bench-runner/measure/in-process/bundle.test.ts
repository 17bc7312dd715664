import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleModules } from './bundle.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lab-bundle-')));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

async function bundled(source: string): Promise<{ default: unknown }> {
  const bundle = await bundleModules([source], join(folder, 'program'));
  return import(bundle.moduleOf(source));
}

describe('a subject that runs from the bundle', () => {
  it('finds what its build has made in its own folder', async () => {
    const subject = await write(
      'subjects/built/index.ts',
      'export default import.meta.dirname as string;',
    );
    expect((await bundled(subject)).default).toBe(join(folder, 'subjects/built'));
  });

  it('runs a package from its own node_modules, beside the files the package was shipped with', async () => {
    await write('subjects/packed/node_modules/shipped/package.json', '{ "type": "module" }');
    await write(
      'subjects/packed/node_modules/shipped/index.js',
      'export const here = import.meta.url;',
    );
    const subject = await write(
      'subjects/packed/index.ts',
      "import { here } from 'shipped'; export default here;",
    );
    expect((await bundled(subject)).default).toBe(
      `file://${folder}/subjects/packed/node_modules/shipped/index.js`,
    );
  });
});
