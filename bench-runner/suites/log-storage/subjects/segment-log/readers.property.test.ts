import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KillOrder } from './testing/append-until-killed.ts';
import { bundlePrograms } from './testing/bundle-programs.ts';
import type { History } from './testing/history.ts';
import { readBesideWriter } from './testing/read-beside-writer.ts';
import { startProgram } from './testing/run-program.ts';

/** How long a reader follows. */
const followMs = 1_500;

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'log-readers-'));
  program = (await bundlePrograms(folder, ['append-until-killed']))['append-until-killed'];
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a reader in another process', () => {
  it.each([
    ['appends large and small batches', { keys: 1_000, longest: 400_000 }, false],
    ['appends and compacts', { keys: 40, longest: 4_000 }, true],
  ])(
    'sees whole records and all that is acknowledged while the writer %s',
    {
      timeout: 120_000,
    },
    async (_, values, compacting) => {
      const history: History = { seed: Date.now() % 2 ** 31, ...values };
      const acknowledgedFile = join(folder, `acknowledged-${compacting}`);
      writeFileSync(acknowledgedFile, Buffer.alloc(8));
      const order: KillOrder = {
        folder: join(folder, `log-${compacting}`),
        options: { segmentBytes: compacting ? 16 * 1024 : 2 ** 20, indexIntervalBytes: 512 },
        history,
        acknowledgedFile,
        acknowledged: 0,
        compacting,
        seed: history.seed,
        pauseMs: 1,
      };
      const writer = startProgram(program, order, 60_000);
      try {
        await writer.line('opening');
        const seen = await readBesideWriter(order.folder, history, acknowledgedFile, {
          compacted: compacting,
          untilMs: Date.now() + followMs,
        });
        expect(seen).toBeGreaterThan(100);
      } finally {
        writer.kill();
      }
      // It would have ended by itself only with an error.
      expect(await writer.ended).toMatchObject({ signal: 'SIGKILL', stderr: '' });
    },
  );
});
