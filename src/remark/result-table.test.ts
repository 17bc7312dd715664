import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintOfTable } from '../../bench-runner/results/fingerprint.ts';
import { serialiseDocument } from '../../bench-runner/results/store.ts';
import { exampleDocument } from '../../bench-runner/results/testing/example-document.ts';
import { resultTables } from './result-table.ts';

const hostile = '{process.exit(3)} <script>alert(1)</script> `x` | **y** [z](javascript:1)';

const document = exampleDocument((content) => ({
  ...content,
  tables: content.tables.map((table) => ({ ...table, title: hostile, caption: hostile })),
}));

let site: string;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'lab-remark-'));
  const folder = join(site, 'static/results/2026.1');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'example.json'), serialiseDocument(document));
});
afterEach(() => rm(site, { recursive: true }));

/** A page whose line 7 asks for a table, inside a quotation. */
async function transformed(reference: string): Promise<Root> {
  const directive = {
    type: 'leafDirective',
    name: 'result-table',
    attributes: { ref: reference },
    children: [],
    position: { start: { line: 7, column: 1 }, end: { line: 7, column: 40 } },
  };
  const tree: unknown = {
    type: 'root',
    children: [{ type: 'blockquote', children: [directive] }],
  };
  await resultTables(site)()(tree as Root, { path: 'docs/page.md' });
  return tree as Root;
}

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

test('a reference becomes the table with its figures and a citation', async () => {
  const nodes = flat(await transformed('2026.1/example/write-1024'));
  const texts = nodes.flatMap(({ value }) => value ?? []);
  expect(nodes.filter(({ type }) => type === 'tableRow')).toHaveLength(4);
  expect(texts.some((text) => /^79\.0 \(78\.0 to 80\.0; n = 3\)$/.test(text))).toBe(true);
  expect(nodes.find(({ type }) => type === 'link')?.url).toBe(
    'pathname:///results/2026.1/example/write/#write-1024',
  );
  const [table] = document.tables;
  const fingerprint = table && fingerprintOfTable(table).slice(0, 12);
  expect(texts).toContain(`lab:2026.1/example/write-1024@${fingerprint}`);
});

test('texts of a result stay texts, whatever they look like', async () => {
  const nodes = flat(await transformed('2026.1/example/answer'));
  const kinds = new Set(
    nodes.filter(({ value }) => value?.includes('script')).map(({ type }) => type),
  );
  expect(kinds).toEqual(new Set(['text']));
  expect(nodes.some(({ type }) => /mdx|html/.test(type))).toBe(false);
});

test.each([
  ['2026.1/example/wirte', 'unknown table "wirte"', '2026.1/example/write-1024'],
  ['2026.1/other/write-1024', 'unknown suite "other"', '2026.1/example'],
  ['2027.1/example/write-1024', 'unknown version "2027.1"', '2026.1'],
  ['../../etc/passwd', 'expected ref', '<version>/<suite>/<table>'],
  ['../example/write-1024', 'unknown version ".."', '2026.1'],
])('%s is refused with file, line and what there is', async (reference, reason, known) => {
  const refusal = transformed(reference);
  await expect(refusal).rejects.toThrow('docs/page.md:7');
  await expect(refusal).rejects.toThrow(reason);
  await expect(refusal).rejects.toThrow(known);
});
