import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { readProcessTable } from '../../../../process/process-table.ts';
import { startProgram } from './program.ts';

const compiled = join(import.meta.dirname, 'dist/bare');
const append = ['append', '1000', '100000', 'page-cache'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bare-c-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function isAlive(pid: number): boolean {
  return readProcessTable().some((each) => each.pid === pid && each.state !== 'Z');
}

describe.skipIf(inject('missingPrograms')['bare-c'])('the C program', () => {
  it('ends when the process that started it is killed', async () => {
    const start = `
      const { spawn } = require('node:child_process');
      const child = spawn(${JSON.stringify(compiled)}, ${JSON.stringify([join(folder, 'data'), ...append])});
      child.stdout.once('data', () => console.log(child.pid));
      setTimeout(() => {}, 60_000);`;
    const parent = spawn(process.execPath, ['-e', start], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await sleep(20);
    expect(isAlive(pid)).toBe(false);
  }, 60_000);

  it('says which call failed, and why', async () => {
    const file = join(folder, 'missing/data');
    await expect(startProgram(compiled, [file, ...append])).rejects.toThrow(
      /exit code 1: could not open .*missing\/data: No such file or directory/,
    );
  }, 60_000);

  it('tells what it was asked when it does not know the command', async () => {
    const program = await startProgram(compiled, [join(folder, 'data'), ...append]);
    await expect(program.ask('dance', /^done$/)).rejects.toThrow(/unknown command: dance/);
    await expect(program.ask('check', /^ok$/)).rejects.toThrow(/ended with exit code 1/);
    await program.close();
  }, 60_000);
});

it('says what to do where the program has not been built', async () => {
  await expect(startProgram(join(folder, 'bare'), [])).rejects.toThrow(/is missing: "lab run"/);
}, 60_000);
