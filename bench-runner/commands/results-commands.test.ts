import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citationFormatNames } from '../results/citation/formats.ts';
import type { ResultDocument } from '../results/schema.ts';
import { seal } from '../results/seal.ts';
import { writeRunDocument } from '../results/store.ts';
import { exampleDocument } from '../results/testing/example-document.ts';
import { analysedDocument } from './testing/analysed-document.ts';
import { labOutput } from './testing/lab-output.ts';

const id = '20261120t093500z-1f2e';
const document = analysedDocument();
const table = document.tables[0]!.id;
const cited = `1.0/example/${table}`;

let root: string;
const lab = (...args: string[]) => labOutput(root, ...args);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lab-commands-'));
  await writeRunDocument(document, root);
  expect(await lab('publish', '--version', '1.0')).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => rm(root, { recursive: true }));

const inEmptyFolder = async (...args: string[]) => {
  const empty = await mkdtemp(join(tmpdir(), 'lab-empty-'));
  try {
    return await labOutput(empty, ...args);
  } finally {
    await rm(empty, { recursive: true });
  }
};

describe('lab runs', () => {
  it('says how to begin where there is nothing', async () => {
    const { code, stdout } = await inEmptyFolder('runs');
    expect(code).toBe(0);
    expect(stdout).toMatch(/lab run --profile quick[\s\S]*lab publish --version <label>/);
  });

  it('lists runs and versions with what they hold', async () => {
    const { stdout } = await lab('runs');
    expect(stdout).toContain(
      [
        'Local runs',
        `  ${id}  2026-11-20 09:36 UTC  quick`,
        '    example: 6 measured, 1 failed, 2 skipped',
        '',
        'Published versions',
        '  1.0  2026-11-20 09:36 UTC  quick',
      ].join('\n'),
    );
  });

  it('prints one JSON document and nothing else', async () => {
    const { stdout, stderr } = await lab('runs', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [{ name: id, profile: 'quick', suites: [{ id: 'example', measured: 6 }], broken: [] }],
      unfinished: [],
      versions: [{ name: '1.0' }],
    });
    expect(stderr).toBe('');
  });
});

describe('lab show', () => {
  it.each([[], ['next'], [id], ['1.0'], ['1.0/example']])(
    'shows %s with its tables',
    async (...args) => {
      const { code, stdout } = await lab('show', ...args.flat());
      expect(code).toBe(0);
      expect(stdout).toContain('Does pooling buffers pay?');
      expect(stdout).toContain(`/example/${table}`);
    },
  );

  it('shows one table', async () => {
    const { stdout } = await lab('show', cited);
    expect(stdout).toContain(document.tables[0]!.title);
    expect(stdout).toContain('n = 3');
  });

  it('shows it in Markdown, CSV and JSON', async () => {
    expect((await lab('show', cited, '--format', 'md')).stdout).toMatch(/^# .*\n[\s\S]*\n\| --- /);
    expect((await lab('show', cited, '--format', 'csv')).stdout).toMatch(/^[^\n]*low,[^\n]*\r\n/);
    expect(JSON.parse((await lab('show', cited, '--json')).stdout)).toEqual(document.tables[0]);
    expect(JSON.parse((await lab('show', '1.0/example', '--json')).stdout)).toEqual(document);
  });

  it.each([
    [['show', '2.0'], /no published version 2\.0\n.*Published: 1\.0/],
    [['show', '1.0/other'], /no suite "other"\n.*It holds: example/],
    [['show', '1.0/example/other'], /no table "other"\n.*lab show 1\.0\/example/],
    [['show', '../x'], /".." is neither a run id/],
    [['show', '1.0/a/b/c'], /expected <run\|version>/],
    [['show', '1.0', '--format', 'csv'], /CSV holds one table/],
    [['show', '20260101t000000z-0000'], /no local run 20260101t000000z-0000/],
  ])('refuses %j and says what would do', async (args, message) => {
    const { code, stdout, stderr } = await lab(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('lab publish', () => {
  it('never overwrites a version', async () => {
    const { code, stderr } = await lab('publish', id, '--version', '1.0');
    expect(code).toBe(1);
    expect(stderr).toMatch(/a published version never changes; choose another label/);
  });

  it.each(['next', 'schema', '../x', 'A b'])('refuses the label %s', async (label) => {
    const { code, stderr } = await lab('publish', '--version', label);
    expect(code).toBe(2);
    expect(stderr).toContain(`--version ${JSON.stringify(label)}`);
  });

  it('refuses figures that the samples do not give', async () => {
    const other = '20261121t093500z-1f2e';
    const made = exampleDocument((content) => ({ ...content, run: { ...content.run, id: other } }));
    await writeRunDocument(made, root);
    const { code, stderr } = await lab('publish', other, '--version', '2.0');
    await rm(join(root, '.lab/runs', other), { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(/the document says .*, its samples give/);
  });

  it('refuses without a run, or with a published version for one', async () => {
    expect(await inEmptyFolder('publish', '--version', '1.0')).toMatchObject({ code: 2 });
    expect((await lab('publish', '1.0', '--version', '2.0')).stderr).toMatch(
      /"1.0" is no local run/,
    );
  });
});

describe('lab cite', () => {
  it('prints the citation alone, in each format', async () => {
    for (const format of citationFormatNames) {
      const { code, stdout, stderr } = await lab('cite', cited, '--format', format);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`lab:${cited}@`);
    }
  });

  it('prints all formats as JSON', async () => {
    const { formats, ...rest } = JSON.parse((await lab('cite', cited, '--json')).stdout);
    expect(Object.keys(formats)).toEqual(citationFormatNames);
    expect(rest).toEqual({
      table: cited,
      fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
      permalink: expect.stringContaining('/results/1.0/example/'),
      verify: expect.stringContaining(`lab:${cited}@`),
    });
  });

  it('cites no local run, and nothing less than a table', async () => {
    expect(await lab('cite', `${id}/example/${table}`)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Publish it first: lab publish 20261120t093500z-1f2e/),
    });
    expect(await lab('cite', '1.0/example')).toMatchObject({ code: 2 });
    expect(await lab('cite', cited, '--format', 'html')).toMatchObject({ code: 2 });
  });
});

describe('lab verify', () => {
  const file = () => join(root, 'static/results/1.0/example.json');

  async function withFile<T>(change: (json: string) => string, then: () => Promise<T>): Promise<T> {
    const json = await readFile(file(), 'utf8');
    const changed = change(json);
    expect(changed).not.toBe(json);
    await writeFile(file(), changed);
    try {
      return await then();
    } finally {
      await writeFile(file(), json);
    }
  }

  it('agrees with a published document, by file, version and suite, and with a run', async () => {
    for (const what of [file(), '1.0', '1.0/example', id, 'next']) {
      const { code, stdout } = await lab('verify', what);
      expect(stdout).toMatch(/agrees\n {2}schema: valid/);
      expect(code).toBe(0);
    }
  });

  it('agrees with its own citations, pasted or in a file', async () => {
    for (const format of citationFormatNames) {
      const { stdout: citation } = await lab('cite', cited, '--format', format);
      expect(await lab('verify', citation)).toMatchObject({ code: 0 });
      const review = join(root, 'review.json');
      await writeFile(review, `As measured:\n${citation}\n`);
      const { code, stdout } = await lab('verify', review, '--json');
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        agrees: true,
        checks: [
          {
            what: expect.stringContaining(`lab:${cited}@`),
            agrees: true,
            differences: [],
            notes: [expect.stringMatching(/^figures: (\d+) of \1 lines/)],
          },
        ],
      });
    }
  });

  it('fails a citation of other figures or another fingerprint', async () => {
    const { stdout } = await lab('cite', cited);
    expect(stdout).toContain('n = 3');
    const figures = await lab('verify', stdout.replace('n = 3', 'n = 9'));
    expect(figures).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/DIFFERS\n {2}figures/),
    });
    const token = await lab('verify', `lab:${cited}@000000000000`);
    expect(token.code).toBe(1);
    expect(token.stdout).toMatch(/fingerprint: the citation says 000000000000/);
  });

  it('fails a document with one changed digit, and says which part disagrees', async () => {
    const sealed = await withFile(
      (json) => json.replace('"time": 104', '"time": 105'),
      () => lab('verify', '1.0'),
    );
    expect(sealed.code).toBe(1);
    expect(sealed.stdout).toMatch(/fingerprint: the document says/);
    expect(sealed.stdout.replace(/\s+/g, ' ')).toMatch(
      /cases\[0\]\.summaries\.time\.\w+: the document says/,
    );
  });

  it('fails figures that were sealed anew but not measured', async () => {
    const made = exampleDocument() satisfies ResultDocument;
    const path = join(root, 'made.json');
    await writeFile(path, JSON.stringify(made));
    const { code, stdout } = await lab('verify', path, '--json');
    expect(code).toBe(1);
    const [check] = JSON.parse(stdout).checks;
    expect(check.notes).toContain('fingerprint: that of the content');
    expect(check.differences[0]).toMatch(/its samples give/);
  });

  describe('a document of another method', () => {
    const older = (commit: string | null, change: (run: ResultDocument['run']) => void) => {
      const made = exampleDocument();
      made.run.lab.commit = commit;
      change(made.run);
      const { fingerprint: _, ...content } = made;
      return seal(content);
    };
    const asMethod1 = (run: ResultDocument['run']) => {
      delete run.method;
    };
    const verified = async (made: ResultDocument) => {
      const path = join(root, 'older.json');
      await writeFile(path, JSON.stringify(made));
      const { code, stdout } = await lab('verify', path, '--json');
      return { code, check: JSON.parse(stdout).checks[0] };
    };

    it('agrees where its hash, schema and references do, and is told what recomputes it', async () => {
      const { code, check } = await verified(older('ab'.repeat(20), asMethod1));
      expect(code).toBe(0);
      expect(check).toMatchObject({ agrees: true, differences: [] });
      expect(check.notes).toEqual([
        'schema: valid, version 1',
        'fingerprint: that of the content',
        expect.stringMatching(
          /^figures: \d+ not judged, of method 1; this program computes by method 2; commit (ab){20} recomputes them$/,
        ),
      ]);
      const newer = await verified(older(null, (run) => Object.assign(run, { method: 3 })));
      expect(newer.code).toBe(0);
      expect(newer.check.notes[2]).toMatch(/of method 3; .*; Benchmark Lab .* recomputes them/);
    });

    it('still fails with a changed digit that was not sealed anew', async () => {
      const made = older(null, asMethod1);
      made.environment.cores += 1;
      const { code, check } = await verified(made);
      expect(code).toBe(1);
      expect(check.differences).toEqual([expect.stringMatching(/^fingerprint: /)]);
    });

    it('is recomputed all the same where nothing in it changed between the methods', async () => {
      const { fingerprint: _, ...content } = analysedDocument();
      const unchanged = seal({ ...content, run: { ...content.run, method: 1 } });
      const { check } = await verified(unchanged);
      expect(check.notes[2]).toMatch(/^figures: those that \d+ trials give$/);
    });

    it('is not published', async () => {
      const other = '20261122t093500z-1f2e';
      const made = older(null, (run) => Object.assign(run, { id: other, method: 1 }));
      await writeRunDocument(made, root);
      const { code, stderr } = await lab('publish', other, '--version', '2.0');
      await rm(join(root, '.lab/runs', other), { recursive: true });
      expect(code).toBe(1);
      expect(stderr).toMatch(/figures: of method 1; this program computes by method 2/);
    });
  });

  it('fails what is no document, with the field', async () => {
    const { code, stdout } = await withFile(
      (json) => json.replace('"cores": 2', '"cores": "2"'),
      () => lab('verify', '1.0'),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/DIFFERS\n {2}schema: environment\.cores: /);
  });

  it('refuses what holds nothing to verify', async () => {
    for (const what of ['no-such-file.md', 'a b', '9.9', '1.0/other', '../..', '']) {
      expect(await lab('verify', what)).toMatchObject({ code: 2, stdout: '' });
    }
  });
});
