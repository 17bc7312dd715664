import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findProgram } from './find-program.ts';
import { gitState } from './git-state.ts';
import { runCommand } from './run-command.ts';

// Starting a process can take seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const hasGit = (await findProgram('git')) !== null;

test('a folder outside a checkout has no commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'no-checkout-'));
  await expect(gitState(folder)).resolves.toEqual({ commit: null, modified: false });
  await expect(gitState(join(folder, 'missing'))).resolves.toEqual({
    commit: null,
    modified: false,
  });
});

test.runIf(hasGit)('a checkout has a commit and is modified once a file is added', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  const git = (...args: string[]) =>
    runCommand(['git', '-c', 'user.name=a', '-c', 'user.email=a@localhost', ...args], {
      cwd: folder,
    });
  await git('init', '--quiet');
  await expect(gitState(folder)).resolves.toEqual({ commit: null, modified: false });

  writeFileSync(join(folder, 'a.txt'), 'a');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'first');
  const { stdout } = await git('rev-parse', 'HEAD');
  await expect(gitState(folder)).resolves.toEqual({ commit: stdout.trim(), modified: false });

  writeFileSync(join(folder, 'b.txt'), 'b');
  await expect(gitState(folder)).resolves.toEqual({ commit: stdout.trim(), modified: true });

  mkdirSync(join(folder, 'unpacked'));
  await expect(gitState(join(folder, 'unpacked'))).resolves.toMatchObject({ commit: null });
});
