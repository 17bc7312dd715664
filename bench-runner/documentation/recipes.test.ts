import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../process/run-command.ts';
import { codeBlocks } from './markdown-blocks.ts';
import { missingLine, recipeSteps } from './recipe.ts';
import { copyCheckout, projectRoot } from './testing/checkout-copy.ts';

const recipes = [
  'Add a suite',
  'Add a scenario',
  'Add a subject',
  'Add a framework',
  'Add a metric',
];
const blocks = codeBlocks(await readFile(join(projectRoot, 'CONTRIBUTING.md'), 'utf8'));

/** A command that takes longer has hung; none of them measures for more than a minute. */
const commandLimitMs = 240_000;

// Each recipe goes on from the one before it, as somebody does who reads the page.
describe.sequential('CONTRIBUTING.md, done to the letter in a copy of the project', () => {
  let checkout: Awaited<ReturnType<typeof copyCheckout>>;
  beforeAll(async () => {
    checkout = await copyCheckout();
  });
  afterAll(() => checkout.remove());

  it.each(recipes)('%s', { timeout: 600_000 }, async (recipe) => {
    const steps = recipeSteps(blocks.filter(({ section }) => section === recipe));
    expect(steps.some(({ kind }) => kind === 'write')).toBe(true);
    expect(steps.some((step) => step.kind === 'run' && step.expected.length > 0)).toBe(true);
    for (const step of steps) {
      if (step.kind === 'write') {
        const file = join(checkout.folder, step.file);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, step.content);
        continue;
      }
      const result = await runCommand(['bash', '-c', step.command], {
        cwd: checkout.folder,
        timeoutMs: commandLimitMs,
      });
      const output = result.stdout + result.stderr;
      expect(
        { exitCode: result.exitCode, missing: missingLine(step.expected, output) },
        `CONTRIBUTING.md, line ${step.line}: ${step.command}\n${output}`,
      ).toEqual({ exitCode: 0, missing: null });
    }
  });
});
