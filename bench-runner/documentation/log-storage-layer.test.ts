import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../process/run-command.ts';
import { codeBlocks } from './markdown-blocks.ts';
import { missingLine, recipeSteps } from './recipe.ts';
import { projectRoot } from './testing/checkout-copy.ts';

const page = 'docs/log-storage-layer.md';
const blocks = codeBlocks(await readFile(join(projectRoot, page), 'utf8'));

/** A folder in which the project's files stand where they stand beside package.json. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-example-'));
  for (const name of ['bench-runner', 'node_modules', 'package.json', 'tsconfig.json']) {
    await symlink(join(projectRoot, name), join(folder, name));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('has examples that print what the page says', { timeout: 120_000 }, async () => {
  const steps = recipeSteps(blocks);
  expect(steps.map(({ kind }) => kind)).toEqual(['write', 'run', 'write', 'run']);
  for (const step of steps) {
    if (step.kind === 'write') {
      await writeFile(join(folder, step.file), step.content);
      continue;
    }
    expect(step.expected.length).toBeGreaterThan(0);
    const { exitCode, stdout, stderr } = await runCommand(['bash', '-c', step.command], {
      cwd: folder,
      timeoutMs: 60_000,
    });
    expect(
      { exitCode, missing: missingLine(step.expected, stdout) },
      `${page}, line ${step.line}: ${step.command}\n${stdout}${stderr}`,
    ).toEqual({ exitCode: 0, missing: null });
  }
});
