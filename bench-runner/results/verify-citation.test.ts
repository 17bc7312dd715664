import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citationFormatNames, citationFormats } from './citation/formats.ts';
import { type Citation, citationOf } from './citation.ts';
import { citationClaims } from './citation-token.ts';
import { fingerprintOfTable } from './fingerprint.ts';
import { publishRun } from './publish.ts';
import { siteRoot } from './site.ts';
import { readRun, writeRunDocument } from './store.ts';
import { exampleDocument } from './testing/example-document.ts';
import { verifyClaim } from './verify-citation.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-verify-'));
  await writeRunDocument(exampleDocument(), root);
  await publishRun(await readRun('20261120t093500z-1f2e', root), '2026.11', { root });
});
afterAll(() => rm(root, { recursive: true }));

function citation(of = 0): Citation {
  const document = exampleDocument();
  const table = document.tables[of]!;
  return citationOf({
    ...document,
    version: '2026.11',
    table,
    fingerprint: fingerprintOfTable(table),
    siteRoot: siteRoot(),
  });
}

async function verify(text: string, index = 0) {
  const claim = citationClaims(text)[index];
  return verifyClaim(claim!, text, root);
}

describe.each(citationFormatNames)('a citation in %s', (format) => {
  const text = () => citationFormats[format].write(citation());

  it('agrees, with its figures', async () => {
    const { differences, notes } = await verify(text());
    expect(differences).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/figures: (\d+) of \1 lines/)]);
  });

  it('agrees however its white space was changed', async () => {
    const { differences } = await verify(text().replaceAll(' ', '  ').replaceAll('\n', '\n '));
    expect(differences).toEqual([]);
  });

  it('differs where a figure was changed', async () => {
    const figure = format === 'csv' ? ',79,78,' : '79.0 (78.0';
    const changed = text().replace(figure, figure.replace('79', '69'));
    expect(changed).not.toBe(text());
    const { differences } = await verify(changed);
    expect(differences).toEqual([
      expect.stringMatching(/^figures: a row of the .* is missing or changed/),
    ]);
  });

  it('differs where the fingerprint was changed', async () => {
    const { fingerprint, token } = citation();
    const other = token.replace(
      fingerprint,
      fingerprint.replace(/.$/, (d) => (d === '0' ? '1' : '0')),
    );
    const { differences } = await verify(text().replaceAll(token, other));
    expect(differences.find((line) => line.startsWith('fingerprint:'))).toMatch(
      /the citation says [0-9a-f]{12}, the published table gives [0-9a-f]{12}$/,
    );
  });
});

describe('a claim', () => {
  it('alone is checked by its fingerprint', async () => {
    const { differences, notes } = await verify(citation().token);
    expect(differences).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/none in the text were compared/)]);
  });

  it('stands beside another table of the same columns without being taken for it', async () => {
    const text = `${citationFormats.markdown.write(citation())}\nSee also ${citation(1).token}`;
    expect(await verify(text, 0)).toMatchObject({ differences: [] });
    expect(await verify(text, 1)).toMatchObject({
      differences: [],
      notes: [expect.stringMatching(/none in the text were compared/)],
    });
    const changed = text.replace('79.0 (78.0', '69.0 (78.0');
    expect((await verify(changed, 0)).differences).toHaveLength(1);
  });

  it('of a version, suite or table that is not here does not hold', async () => {
    const { fingerprint } = citation();
    const found = async (reference: string) =>
      (await verify(`lab:${reference}@${fingerprint}`)).differences;
    expect(await found('9.9/example/write-1024')).toEqual([
      expect.stringMatching(/^version 9\.9 holds no suite example here/),
    ]);
    expect(await found('2026.11/other/write-1024')).toHaveLength(1);
    expect(await found('2026.11/example/other')).toEqual([
      expect.stringMatching(/holds no table other$/),
    ]);
  });

  it('does not hold where the published document was changed', async () => {
    const file = join(root, 'static/results/2026.11/example.json');
    const json = await readFile(file, 'utf8');
    await writeFile(file, json.replace('"seed": 1', '"seed": 2'));
    const { differences } = await verify(citation().token);
    await writeFile(file, json);
    expect(differences).toEqual([
      expect.stringMatching(/example\.json: fingerprint: the document says/),
    ]);
  });
});
