import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSubject } from './build-subject.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-build-'));
});
afterEach(() => rm(folder, { recursive: true }));

const append = [process.execPath, '-e', "require('node:fs').appendFileSync('made', 'x')"];

it('builds once for the same sources, and again for others', async () => {
  expect(await buildSubject(folder, append, 'one')).toBe('built');
  expect(await buildSubject(folder, append, 'one')).toBe('up-to-date');
  expect(await buildSubject(folder, append, 'two')).toBe('built');
  expect(await readFile(join(folder, 'made'), 'utf8')).toBe('xx');
});

it('says what a build that fails printed, and tries it again the next time', async () => {
  const fails = [process.execPath, '-e', 'console.error("no such type"); process.exit(2)'];
  await expect(buildSubject(folder, fails, 'one')).rejects.toThrow(/exit code 2:\nno such type/);
  expect(await buildSubject(folder, append, 'one')).toBe('built');
});

it('gives a command that makes no folders one to write into', async () => {
  const write = [process.execPath, '-e', "require('node:fs').writeFileSync('dist/program', 'x')"];
  expect(await buildSubject(folder, write, 'one')).toBe('built');
  expect(await readFile(join(folder, 'dist/program'), 'utf8')).toBe('x');
});
