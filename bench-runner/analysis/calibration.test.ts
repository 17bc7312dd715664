import { expect, test, vi } from 'vitest';
import { seededRandom } from '../statistics/seeded-random.ts';
import { analyse } from './analyse.ts';
import { measured, rawDocument, trials } from './testing/raw-document.ts';

// Millions of draws take a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/**
 * Runs of three subjects in which all share a drift between blocks and each has noise of its own,
 * the first's smaller than the others', so that its A/A floor protects little. Seeded: the counts
 * are the same every time.
 */
function verdictsOf(runs: number, blocks: number, slowdown: number): string[][] {
  const random = seededRandom(2026);
  const noise = (size: number) => 1 + size * (random() + random() + random() - 1.5);
  return Array.from({ length: runs }, (_, seed) => {
    const drift = Array.from({ length: blocks }, () => 100 * noise(0.2));
    const series = (size: number, factor: number) =>
      drift.map((level) => level * factor * noise(size));
    const document = rawDocument([
      measured('plain', trials(series(0.01, 1), series(0.01, 1))),
      measured('pooled', trials(series(0.08, 1))),
      measured('gathered', trials(series(0.08, slowdown))),
    ]);
    const { groups } = analyse({ ...document, run: { ...document.run, seed } });
    return groups.flatMap(({ comparisons }) => comparisons.map(({ verdict }) => verdict));
  });
}

const withDifference = (runs: string[][]) =>
  runs.filter((verdicts) => verdicts.some((verdict) => verdict !== 'tie')).length;

test.each([5, 6, 12])(
  'with %d blocks at most one run in twenty of equal subjects finds a difference',
  (blocks) => {
    expect(withDifference(verdictsOf(50, blocks, 1))).toBeLessThanOrEqual(2);
  },
);

test('with 12 blocks a subject that takes a third longer is found worse than both, nearly always', () => {
  const found = verdictsOf(50, 12, 4 / 3).filter(
    ([, gathered, toPooled]) => gathered === 'worse' && toPooled === 'worse',
  );
  expect(found.length).toBeGreaterThanOrEqual(48);
});
