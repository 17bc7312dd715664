import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseDocument } from '../../../bench-runner/results/store.ts';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { publishedHeads, readHead } from './published-heads.ts';

let root: string;
const document = exampleDocument();
const { run, environment, suite } = document;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'heads-'));
});
afterEach(() => rm(root, { recursive: true }));

async function stored(label: string, name: string, text: string): Promise<string> {
  const folder = join(root, 'static', 'results', label);
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('readHead', () => {
  it('reads the head of a document as the store writes it, without its cases', async () => {
    // The rest is not JSON: reading it would fail.
    const text = serialiseDocument(document).replace('"cases": [', '"cases": [ not JSON');
    const head = await readHead(await stored('1', 'example.json', text));
    expect(head).toMatchObject({ run, environment, suite });
  });

  it('reads a document written otherwise', async () => {
    const head = await readHead(await stored('1', 'example.json', JSON.stringify(document)));
    expect(head).toMatchObject({ run, environment, suite });
  });

  it('refuses a broken head with the path of the field', async () => {
    const broken = { ...document, run: { ...run, seed: -1 } };
    const file = await stored('1', 'example.json', serialiseDocument(broken));
    await expect(readHead(file)).rejects.toThrow(/run\.seed/);
  });
});

describe('publishedHeads', () => {
  it('lists versions by label and passes over what is no version or document', async () => {
    const text = serialiseDocument(document);
    await stored('1.0', 'example.json', text);
    await stored('2.0', 'example.json', text);
    await stored('2.0', 'Notes.json', 'no document');
    await stored('Not A Version', 'example.json', text);
    await writeFile(join(root, 'static', 'results', 'schema.json'), '{}');
    const heads = await publishedHeads(root);
    expect([...heads.keys()]).toEqual(['1.0', '2.0']);
    expect(heads.get('2.0')).toHaveLength(1);
  });

  it('is empty where nothing is published', async () => {
    expect(await publishedHeads(root)).toEqual(new Map());
  });
});
