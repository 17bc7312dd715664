import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishRun } from './publish.ts';
import type { ResultDocument } from './schema.ts';
import { readRun, readVersion, versionsFolder, writeRunDocument } from './store.ts';
import { NameError } from './stored-name.ts';
import { exampleDocument } from './testing/example-document.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-publish-'));
});
afterEach(() => rm(root, { recursive: true }));

const id = '20261120t093500z-1f2e';

async function runWith(...documents: ResultDocument[]) {
  for (const document of documents) await writeRunDocument(document, root);
  return readRun(id, root);
}

const another = () =>
  exampleDocument((content) => ({ ...content, suite: { ...content.suite, id: 'another' } }));

const published = async () => {
  try {
    return await readdir(versionsFolder(root));
  } catch {
    return [];
  }
};

describe('publishRun', () => {
  it('copies every document byte for byte', async () => {
    const run = await runWith(exampleDocument(), another());
    const folder = await publishRun(run, '2026.11', { root });
    expect(folder).toBe(join(root, 'static/results/2026.11'));
    expect(await readdir(folder)).toEqual(['another.json', 'example.json']);
    expect(await readFile(join(folder, 'example.json'), 'utf8')).toBe(
      await readFile(join(run.folder, 'example.json'), 'utf8'),
    );
    expect((await readVersion('2026.11', root)).documents).toHaveLength(2);
    expect(await published()).toEqual(['2026.11']);
  });

  it('never overwrites a version, not even with itself', async () => {
    const run = await runWith(exampleDocument());
    await publishRun(run, '1.0', { root });
    const file = join(root, 'static/results/1.0/example.json');
    const before = await readFile(file, 'utf8');
    await writeRunDocument(exampleDocument({ caveats: [] }), root);
    await expect(publishRun(await readRun(id, root), '1.0', { root })).rejects.toThrow(
      /never changes; choose another label/,
    );
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('lets one of two at the same time through', async () => {
    const run = await runWith(exampleDocument());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => publishRun(run, '1.0', { root })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await published()).toEqual(['1.0']);
  });

  it('leaves an empty folder of that name alone', async () => {
    await mkdir(join(root, 'static/results/1.0'), { recursive: true });
    await expect(publishRun(await runWith(exampleDocument()), '1.0', { root })).rejects.toThrow(
      /exists/,
    );
  });

  it('refuses a run with a broken document whole', async () => {
    const run = await runWith(exampleDocument());
    await writeFile(join(run.folder, 'half.json'), '{');
    await expect(publishRun(await readRun(id, root), '1.0', { root })).rejects.toThrow(
      /half\.json is not a valid result document/,
    );
    expect(await published()).toEqual([]);
  });

  it('refuses a document that was changed after it was sealed', async () => {
    const run = await runWith(exampleDocument());
    const file = join(run.folder, 'example.json');
    const json = await readFile(file, 'utf8');
    await writeFile(file, json.replace('"median": 104', '"median": 94'));
    await expect(publishRun(run, '1.0', { root })).rejects.toThrow(
      /fingerprint: the document says/,
    );
    expect(await published()).toEqual([]);
  });

  it('refuses a document in which nothing was measured', async () => {
    const { cases } = exampleDocument();
    const skipped = cases.filter(({ status }) => status !== 'measured');
    const run = await runWith(exampleDocument({ cases: skipped }));
    await expect(publishRun(run, '1.0', { root })).rejects.toThrow(
      /no case was measured; the first, write\/size=1024\/foreign, was skipped: go is not/,
    );
  });

  it('refuses texts that would pass for another citation', async () => {
    const detail = 'lab:9.9/other/table@000000000000';
    const run = await runWith(exampleDocument({ caveats: [{ code: 'errors', detail }] }));
    await expect(publishRun(run, '1.0', { root })).rejects.toThrow(/some text holds lab:9\.9/);
  });

  it('refuses what a further check finds', async () => {
    const run = await runWith(exampleDocument());
    const check = () => ['groups[0].noiseFloor: 1.02, its samples give 1.03'];
    await expect(publishRun(run, '1.0', { root, check })).rejects.toThrow(/its samples give 1.03/);
  });

  it('refuses a run without documents', async () => {
    await expect(publishRun(await readRun(id, root), '1.0', { root })).rejects.toThrow(
      /holds no document/,
    );
  });

  it('refuses labels that are none', async () => {
    const run = await runWith(exampleDocument());
    for (const label of ['next', 'schema', '../x', 'A', '', '__proto__']) {
      await expect(publishRun(run, label, { root })).rejects.toThrow(NameError);
    }
    await expect(publishRun(run, id, { root })).rejects.toThrow(/form of a run id/);
    expect(await published()).toEqual([]);
  });
});
