import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type End, liveSeveralTimes } from './testing/lives-of-a-log.ts';

/** Logs, each of which lives several times. */
const logs = 300;
const lives = 5;

it(`keeps what it acknowledged over ${logs * lives} closes, kills and losses of power`, {
  timeout: 300_000,
}, async () => {
  const seed = Date.now() % 2 ** 31;
  const ends: Record<End, number> = {
    closed: 0,
    killed: 0,
    'power lost': 0,
    'closed, then power lost': 0,
  };
  for (let number = 0; number < logs; number += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'log-lives-'));
    try {
      for (const end of await liveSeveralTimes(folder, seed + number, lives)) ends[end] += 1;
    } catch (error) {
      throw new Error(`seed ${seed + number}: ${(error as Error).message}`, { cause: error });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  for (const [end, count] of Object.entries(ends)) expect(count, end).toBeGreaterThan(logs / 4);
});
