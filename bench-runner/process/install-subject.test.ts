import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explain, installSubject, needsInstallation } from './install-subject.ts';

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'subject-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const manifest = JSON.stringify({ name: 'a-subject', version: '1.0.0' });
const lock = JSON.stringify({
  name: 'a-subject',
  version: '1.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'a-subject', version: '1.0.0' } },
});

describe('the packages of a subject', () => {
  test('are none without a lock file', async () => {
    const folder = folderWith({ 'package.json': manifest });
    await expect(installSubject(folder)).resolves.toBe('nothing-to-install');
  });

  test('are current while what is installed is newer than the lock file', async () => {
    const folder = folderWith({
      'package-lock.json': lock,
      'node_modules/.package-lock.json': '{}',
    });
    utimesSync(join(folder, 'package-lock.json'), 1_000, 1_000);
    await expect(installSubject(folder)).resolves.toBe('up-to-date');
    utimesSync(join(folder, 'node_modules/.package-lock.json'), 999, 999);
    expect(needsInstallation(folder)).toBe(true);
  });

  test('are installed where they are missing', async () => {
    const folder = folderWith({ 'package.json': manifest, 'package-lock.json': lock });
    const started: string[] = [];
    await expect(installSubject(folder, { onStart: () => started.push(folder) })).resolves.toBe(
      'installed',
    );
    expect(started).toEqual([folder]);
  }, 30_000);

  test('that the lock file does not hold are reported in the words of npm', async () => {
    const folder = folderWith({
      'package.json': JSON.stringify({ ...JSON.parse(manifest), dependencies: { zod: '^4.0.0' } }),
      'package-lock.json': lock,
    });
    await expect(installSubject(folder)).rejects.toThrow(/npm ci ended with exit code 1: .*zod/);
  }, 30_000);
});

describe('a failed installation', () => {
  test('says so when the registry cannot be reached, without naming it', () => {
    const stderr =
      'npm error code EAI_AGAIN\nnpm error request to https://registry.internal/zod failed\n';
    expect(explain(stderr, 1)).toBe(
      "The package registry could not be reached (EAI_AGAIN). Connect to the network, or fill npm's cache on a connected machine, and run again.",
    );
  });

  test('says so when npm was silent', () => {
    expect(explain('', 7)).toBe('npm ci ended with exit code 7: it said nothing.');
  });
});
