import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal } from './seal.ts';
import {
  documentFile,
  listRuns,
  listUnfinishedRuns,
  listVersions,
  newestRun,
  readRun,
  readVersion,
  runFolder,
  serialiseDocument,
  versionFolder,
  writeRunDocument,
} from './store.ts';
import { NameError } from './stored-name.ts';
import { exampleDocument } from './testing/example-document.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-store-'));
});
afterEach(() => rm(root, { recursive: true }));

function ofRun(id: string, finishedAt = '2026-11-20T09:36:00.000Z', suite = 'example') {
  return exampleDocument((content) => ({
    ...content,
    run: { ...content.run, id, finishedAt },
    suite: { ...content.suite, id: suite },
  }));
}

async function publish(label: string, document: ReturnType<typeof exampleDocument>) {
  await mkdir(versionFolder(label, root), { recursive: true });
  await writeFile(
    documentFile(versionFolder(label, root), document.suite.id),
    serialiseDocument(document),
  );
}

describe('an empty store', () => {
  it('has no runs and no versions', async () => {
    expect(await listRuns(root)).toEqual([]);
    expect(await listVersions(root)).toEqual([]);
    expect(await newestRun(root)).toBeNull();
    expect((await readVersion('1.0', root)).documents).toEqual([]);
  });
});

describe('local runs', () => {
  it('reads what was written, and leaves no temporary file', async () => {
    const document = exampleDocument();
    const file = await writeRunDocument(document, root);
    expect(file).toBe(join(root, '.lab/runs/20261120t093500z-1f2e/example.json'));
    expect((await readRun(document.run.id, root)).documents).toEqual([document]);
    expect(await readdir(runFolder(document.run.id, root))).toEqual(['example.json']);
  });

  it('lists the newest first and leaves journals, logs and other folders alone', async () => {
    await writeRunDocument(ofRun('20261119t093500z-ffff'), root);
    await writeRunDocument(ofRun('20261121t093500z-0000'), root);
    await writeRunDocument(ofRun('20261120t093500z-1f2e'), root);
    await writeFile(join(runFolder('20261121t093500z-0000', root), 'journal.jsonl'), '{}\n');
    await mkdir(join(root, '.lab/runs/notes'));
    await mkdir(runFolder('20261122t093500z-0000', root));
    expect((await listRuns(root)).map(({ name }) => name)).toEqual([
      '20261121t093500z-0000',
      '20261120t093500z-1f2e',
      '20261119t093500z-ffff',
    ]);
    expect((await newestRun(root))?.name).toBe('20261121t093500z-0000');
    expect(await listUnfinishedRuns(root)).toEqual(['20261122t093500z-0000']);
  });

  it('reports a broken document beside the whole ones', async () => {
    const document = exampleDocument();
    await writeRunDocument(document, root);
    const folder = runFolder(document.run.id, root);
    await writeFile(join(folder, 'half.json'), '{"schemaVersion":1,');
    await writeFile(join(folder, 'moved.json'), serialiseDocument(document));
    const run = await readRun(document.run.id, root);
    expect(run.documents).toEqual([document]);
    expect(run.broken.map(({ suite }) => suite)).toEqual(['half', 'moved']);
    expect(run.broken[0]?.error.message).toMatch(/half\.json.*\n.*expected JSON/);
    expect(run.broken[1]?.error.message).toMatch(/suite\.id: expected moved/);
  });

  it('refuses a document of another run', async () => {
    const document = exampleDocument();
    const folder = runFolder('20261122t093500z-0000', root);
    await mkdir(folder, { recursive: true });
    await writeFile(documentFile(folder, 'example'), serialiseDocument(document));
    const run = await readRun('20261122t093500z-0000', root);
    expect(run.broken[0]?.error.message).toMatch(/run\.id: expected 20261122t093500z-0000/);
  });

  it('passes over a newest run without a valid document', async () => {
    await writeRunDocument(ofRun('20261119t093500z-ffff'), root);
    const folder = runFolder('20261122t093500z-0000', root);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'example.json'), '');
    expect((await newestRun(root))?.name).toBe('20261119t093500z-ffff');
    expect((await listRuns(root))[0]?.broken).toHaveLength(1);
  });
});

describe('published versions', () => {
  it('lists them by the end of their runs, the last first', async () => {
    await publish('2026.9', ofRun('20260920t093500z-0000', '2026-11-20T09:36:00.000Z'));
    await publish('2026.10', ofRun('20261020t093500z-0000', '2026-11-22T09:36:00.000Z'));
    await mkdir(join(root, 'static/results/schema'));
    await mkdir(join(root, 'static/results/.unfinished'));
    expect((await listVersions(root)).map(({ name }) => name)).toEqual(['2026.10', '2026.9']);
  });

  it('holds one document a suite', async () => {
    await publish('1.0', ofRun('20260920t093500z-0000'));
    await publish('1.0', ofRun('20260920t093500z-0000', undefined, 'another'));
    const { documents } = await readVersion('1.0', root);
    expect(documents.map(({ suite }) => suite.id)).toEqual(['another', 'example']);
  });
});

describe('names', () => {
  it('never reach a path when they are none', async () => {
    for (const name of ['..', '../x', 'a/b', '', 'a\0b', 'next', '__proto__']) {
      expect(() => runFolder(name, root)).toThrow(NameError);
      expect(() => versionFolder(name, root)).toThrow(NameError);
      await expect(readRun(name, root)).rejects.toThrow(NameError);
      await expect(readVersion(name, root)).rejects.toThrow(NameError);
    }
    expect(() => documentFile(root, '../x')).toThrow(NameError);
  });
});

describe('a written document', () => {
  it('is the one that was sealed, to the digit', async () => {
    const document = seal({ ...exampleDocument() });
    const file = await writeRunDocument(document, root);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(document);
  });
});
