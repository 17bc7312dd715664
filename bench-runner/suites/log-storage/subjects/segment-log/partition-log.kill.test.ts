import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogOptions } from './options.ts';
import { bundlePrograms } from './testing/bundle-programs.ts';
import { type KillOutcome, killRepeatedly } from './testing/kill-chain.ts';

/** Half of them in each of two chains, which keep two processors busy. */
const killsOfAMode = 200;
/** Starting a process takes a twentieth of a second, on a busy machine much longer. */
const limitMs = 600_000;

const small: LogOptions = { segmentBytes: 256 * 1024, indexIntervalBytes: 1_024 };
const smallest: LogOptions = { segmentBytes: 16 * 1024, indexIntervalBytes: 512 };
const interval: LogOptions = { ...small, syncIntervalMs: 5, syncIntervalBytes: 64 * 1024 };
/** The options of both chains. */
const modes: { name: string; chains: [LogOptions, LogOptions]; compacting: boolean }[] = [
  {
    name: 'under page-cache',
    chains: [
      { ...small, durability: 'page-cache' },
      { ...small, durability: 'page-cache' },
    ],
    compacting: false,
  },
  {
    name: 'under interval',
    chains: [
      { ...interval, durability: 'interval' },
      { ...interval, durability: 'interval' },
    ],
    compacting: false,
  },
  {
    name: 'under sync',
    chains: [
      { ...small, durability: 'sync' },
      { ...small, durability: 'sync' },
    ],
    compacting: false,
  },
  {
    name: 'while it is compacted',
    chains: [
      { ...smallest, durability: 'page-cache' },
      { ...smallest, durability: 'sync' },
    ],
    compacting: true,
  },
];

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'log-kill-'));
  program = (await bundlePrograms(folder, ['append-until-killed']))['append-until-killed'];
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`a log whose process is killed at ${killsOfAMode} random moments`, () => {
  it.each(modes)(
    'loses and doubles nothing that was acknowledged $name',
    { timeout: limitMs },
    async ({ name, chains, compacting }) => {
      const seed = Date.now() % 2 ** 31;
      const outcomes = await Promise.all(
        chains.map((options, chain) =>
          killRepeatedly({
            program,
            folder: mkdtempSync(join(folder, 'chain-')),
            options,
            compacting,
            kills: killsOfAMode / chains.length,
            seed: seed + chain,
          }),
        ),
      );
      const total = sum(outcomes);
      const told = `${name}, seed ${seed}: ${JSON.stringify(total)}`;
      expect(total.kills, told).toBe(killsOfAMode);
      // Kills that come before the first record, or that nobody looks after, prove nothing.
      expect(total.verified, told).toBeGreaterThan(killsOfAMode / 2);
      expect(total.idleLives, told).toBeLessThan(killsOfAMode / 2);
      if (compacting) expect(total.cutCompactions, told).toBeGreaterThan(0);
      expect(total.acknowledged, told).toBeGreaterThan(killsOfAMode);
    },
  );
});

function sum(outcomes: readonly KillOutcome[]): KillOutcome {
  const total: KillOutcome = {
    kills: 0,
    verified: 0,
    tornTails: 0,
    cutCompactions: 0,
    idleLives: 0,
    acknowledged: 0,
  };
  for (const outcome of outcomes) {
    for (const key of Object.keys(total) as (keyof KillOutcome)[]) total[key] += outcome[key];
  }
  return total;
}
