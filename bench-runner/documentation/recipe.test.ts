import { describe, expect, it } from 'vitest';
import { codeBlocks } from './markdown-blocks.ts';
import { missingLine, recipeSteps } from './recipe.ts';

const page = [
  '# Contributing',
  '## Add a thing',
  'Write it:',
  '```ts file=things/a.ts',
  'export const a = 1;',
  '',
  '```',
  'and run it:',
  '```sh',
  'npm run a',
  'npm run b',
  '```',
  '```text expected',
  '1 thing … found',
  '```',
].join('\n');

describe('the blocks of a page', () => {
  it('stand under their section with what the fence says', () => {
    expect(codeBlocks(page)).toEqual([
      {
        section: 'Add a thing',
        language: 'ts',
        meta: 'file=things/a.ts',
        content: 'export const a = 1;\n\n',
        line: 4,
      },
      {
        section: 'Add a thing',
        language: 'sh',
        meta: '',
        content: 'npm run a\nnpm run b\n',
        line: 9,
      },
      {
        section: 'Add a thing',
        language: 'text',
        meta: 'expected',
        content: '1 thing … found\n',
        line: 13,
      },
    ]);
  });

  it('must be closed', () => {
    expect(() => codeBlocks('## A\n```sh\nls')).toThrow('line 2 is not closed');
  });
});

describe('the steps of a recipe', () => {
  it('are files to write and commands to run, with what the last command prints', () => {
    expect(recipeSteps(codeBlocks(page))).toEqual([
      { kind: 'write', file: 'things/a.ts', content: 'export const a = 1;\n\n', line: 4 },
      { kind: 'run', command: 'npm run a', expected: [], line: 9 },
      { kind: 'run', command: 'npm run b', expected: ['1 thing … found'], line: 9 },
    ]);
  });

  it('refuse a block that says nothing of what to do with it, and files outside the project', () => {
    const block = { section: 'A', language: 'ts', meta: '', content: '', line: 7 };
    expect(() => recipeSteps([block])).toThrow('line 7: expected a block with file=');
    expect(() => recipeSteps([{ ...block, meta: 'file=../a.ts' }])).toThrow('not ../a.ts');
    expect(() => recipeSteps([{ ...block, language: 'text', meta: 'expected' }])).toThrow('line 7');
  });
});

describe('expected lines', () => {
  const output = 'cases: 2 measured\n  median 1.5 ns (n = 10)\nend';

  it('are found in order, with … for anything', () => {
    expect(missingLine(['2 measured', 'median … (n = 10)'], output)).toBeNull();
    expect(missingLine([], output)).toBeNull();
  });

  it('are missing where they differ or come too early', () => {
    expect(missingLine(['3 measured'], output)).toBe('3 measured');
    expect(missingLine(['end', '2 measured'], output)).toBe('2 measured');
    expect(missingLine(['median 1x5'], output)).toBe('median 1x5');
  });
});
