import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeFunctions } from './profile-sources.ts';

const project = join(import.meta.dirname, '../../..');
const frame = { functionName: 'scan', scriptId: '1', url: '', lineNumber: 6, columnNumber: 0 };

describe('describeFunctions', () => {
  const described = describeFunctions('/srv/own-suites');

  it.each([
    ['a source of the project', join(project, 'bench-runner/cli.ts'), 'bench-runner/cli.ts'],
    ['a package', join(project, 'node_modules/@scope/log/lib/a.js'), '@scope/log/lib/a.js'],
    ['a package of a package', '/a/node_modules/b/node_modules/c/d.js', 'c/d.js'],
    ['a suite outside the project', '/srv/own-suites/logs/scenarios/s.ts', 'logs/scenarios/s.ts'],
    ['a file from anywhere else', '/home/somebody/secret plans/index.mjs', 'index.mjs'],
  ])('names %s without the folders of this machine', (_, file, source) => {
    const url = pathToFileURL(file).href;
    expect(described({ ...frame, url })).toEqual({ name: 'scan', source, line: 7 });
  });

  it.each([
    ['node:internal/fs/utils', 'node:internal/fs/utils', 7],
    ['wasm://wasm/8b0f9f16', 'WebAssembly', null],
    ['evalmachine.<anonymous>', null, null],
    ['', null, null],
  ])('takes %j for %j', (url, source, line) => {
    expect(described({ ...frame, url })).toEqual({ name: 'scan', source, line });
  });

  it('gives a function without a name one, and a long name an end', () => {
    expect(described({ ...frame, functionName: '' }).name).toBe('(anonymous)');
    const { name } = described({ ...frame, functionName: 'a'.repeat(500) });
    expect(name).toHaveLength(200);
    expect(name.endsWith('…')).toBe(true);
  });

  it('keeps private words out of names', () => {
    const functionName = `in ${join(process.cwd(), 'folder')}`;
    expect(described({ ...frame, functionName }).name).toBe('in ./folder');
  });
});
