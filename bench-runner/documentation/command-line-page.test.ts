import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { labProgram } from '../cli.ts';
import { commandLinePage } from './command-line-page.ts';
import { projectRoot } from './testing/checkout-copy.ts';

it('shows the help of the program and of each command, with the texts after it', () => {
  const program = new Command('tool').description('Does things.');
  program.addCommand(
    new Command('dig')
      .description('Digs.')
      .argument('<place>', 'where')
      .addHelpText('after', '\nExample:\n  $ tool dig here'),
  );
  const page = commandLinePage(program);
  expect(page).toContain('## tool\n\n```text\nUsage: tool [options] [command]\n\nDoes things.');
  expect(page).toContain('## tool dig\n\n```text\nUsage: tool dig [options] <place>');
  expect(page).toContain('Example:\n  $ tool dig here\n```\n');
});

it('stands in docs/command-line.md as the program has it now', async () => {
  const page = await readFile(join(projectRoot, 'docs/command-line.md'), 'utf8');
  expect(page, 'write it anew: npm run docs:command-line').toBe(commandLinePage(labProgram()));
});
