import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discoverServices } from './services.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-services-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('services', () => {
  test('that come with the program are those that suites may name', async () => {
    expect([...(await discoverServices()).keys()]).toEqual(['external-api', 'postgres', 'redis']);
  });

  test('are the folders with a service.ts, and no others', async () => {
    write('queue/service.mjs', '');
    write('testing/start-service.ts', '');
    write('mail/service.ts', `export default { title: 'Mail', start: async () => {} };`);
    const services = await discoverServices(folder);
    expect([...services].map(([id, { title }]) => [id, title])).toEqual([['mail', 'Mail']]);
  });

  test('with a name that cannot be an id, or without a declaration, are refused', async () => {
    write('mail/service.ts', 'export const title = 1;');
    await expect(discoverServices(folder)).rejects.toThrow(/service\.ts: has no default export/);
    write('Mail_Server/service.ts', '');
    await expect(discoverServices(folder)).rejects.toThrow(/"Mail_Server"/);
  });
});
