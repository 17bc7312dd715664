import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ResultDocument } from '../../../bench-runner/results/schema.ts';
import { serialiseDocument } from '../../../bench-runner/results/store.ts';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { loadResults } from './load.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-load-'));
});
afterEach(() => rm(root, { recursive: true }));

async function store(folder: string, text: string): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, folder, 'example.json'), text);
}

function finishedOn(day: number, id?: string): ResultDocument {
  return exampleDocument((content) => ({
    ...content,
    run: {
      ...content.run,
      ...(id ? { id } : {}),
      startedAt: `2026-11-${day}T09:00:00.000Z`,
      finishedAt: `2026-11-${day}T10:00:00.000Z`,
    },
  }));
}

test('a project without results has no versions and nothing to complain of', async () => {
  expect(await loadResults(root)).toEqual({ versions: [], notices: [] });
});

test('the local run stands first, then versions by date, of which five are live', async () => {
  for (const day of [15, 11, 13, 12, 16, 14]) {
    await store(`static/results/v${day}`, serialiseDocument(finishedOn(day)));
  }
  const local = finishedOn(10, '20261110t090000z-1f2e');
  await store(`.lab/runs/${local.run.id}`, serialiseDocument(local));
  const { versions } = await loadResults(root);
  expect(versions.map(({ label, live }) => [label, live])).toEqual([
    ['next', true],
    ['v16', true],
    ['v15', true],
    ['v14', true],
    ['v13', true],
    ['v12', true],
    ['v11', false],
  ]);
  expect(versions.map(({ documents }) => documents.length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
});

test('a broken published document stops the build with its file and field', async () => {
  const text = serialiseDocument(exampleDocument()).replace('"block": 0', '"block": -1');
  await store('static/results/2026.1', text);
  await expect(loadResults(root)).rejects.toThrow(
    /static\/results\/2026\.1\/example\.json[\s\S]*cases\[0\]\.trials\[0\]\.block/,
  );
});

test('a broken local run gives way to the one before it, with a notice', async () => {
  const good = finishedOn(10, '20261110t090000z-1f2e');
  await store(`.lab/runs/${good.run.id}`, serialiseDocument(good));
  await store('.lab/runs/20261111t090000z-1f2e', '{"schemaVersion": 1');
  const { versions, notices } = await loadResults(root);
  expect(versions.map(({ documents }) => documents[0]?.run.id)).toEqual([good.run.id]);
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('.lab/runs/20261111t090000z-1f2e/example.json');
});
