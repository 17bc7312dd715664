import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundlePrograms } from './testing/bundle-programs.ts';
import type { FuzzOrder } from './testing/fuzz-log.ts';
import { startProgram } from './testing/run-program.ts';

const rounds = 1_000;
/** A process of its own: one that hangs or crashes is ended and reported, with the round it was in. */
const limitMs = 240_000;

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'log-fuzz-'));
  program = (await bundlePrograms(folder, ['fuzz-log']))['fuzz-log'];
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`answers rightly, or says where the damage is, in ${rounds} damaged logs`, {
  timeout: limitMs + 30_000,
}, async () => {
  const seed = Date.now() % 2 ** 31;
  const order: FuzzOrder = { folder: join(folder, 'logs'), seed, rounds };
  const { code, signal, stdout, stderr } = await startProgram(program, order, limitMs).ended;
  const [last = '', beforeIt = ''] = stdout.trimEnd().split('\n').reverse();
  expect({ code, signal, stderr }, `seed ${seed}, ${last} after ${beforeIt}`).toEqual({
    code: 0,
    signal: null,
    stderr: '',
  });
  // Damage that only ever ends in one way would say that it is always of one kind.
  const found = JSON.parse(last.replace('found ', ''));
  expect(Object.keys(found)).toEqual(
    expect.arrayContaining(['everything', 'a beginning', 'refused', 'a corrupt place']),
  );
});
