import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listVersions } from '../../results/store.ts';
import { scenariosBySuite, writeScaleDocuments } from './documents.ts';

it('spreads the pages of a version over its suites', () => {
  // 1 overview, 3 suites and 19 + 18 + 19 scenarios are 60 pages.
  expect(scenariosBySuite({ pages: 60, suites: 3 })).toEqual([18, 19, 19]);
  expect(() => scenariosBySuite({ pages: 4, suites: 3 })).toThrow('raise --pages');
});

it('writes valid documents of the size asked for', async () => {
  const root = await mkdtemp(join(tmpdir(), 'scale-'));
  try {
    const size = { versions: 2, pages: 6, suites: 2, tables: 3, rows: 4, trials: 2 };
    await writeScaleDocuments(size, root);
    const versions = await listVersions(root);
    expect(versions.map(({ name }) => name)).toEqual(['scale-2', 'scale-1']);
    for (const { documents, broken } of versions) {
      expect(broken).toEqual([]);
      expect(documents.map(({ suite }) => suite.scenarios.length)).toEqual([1, 2]);
      // Each scenario's page and the suite's own have the tables.
      expect(documents.map(({ tables }) => tables.length)).toEqual([6, 9]);
      expect(documents.every(({ tables }) => tables.every(({ rows }) => rows.length === 4))).toBe(
        true,
      );
    }
  } finally {
    await rm(root, { recursive: true });
  }
});
