import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  foreignCpuGate,
  maximumRetakes,
  profileSettings,
  retakeBudget,
} from '../plan/profile-settings.ts';
import { caveatCatalogue } from '../results/caveat-catalogue.ts';
import { codeBlocks } from './markdown-blocks.ts';
import { projectRoot } from './testing/checkout-copy.ts';

const read = (path: string) => readFile(join(projectRoot, path), 'utf8');
const { version, scripts, license, engines } = JSON.parse(await read('package.json'));

describe('README.md', () => {
  it('prints the two commands, and continuous integration runs the second to the letter', async () => {
    const commands = codeBlocks(await read('README.md'))
      .filter(({ language }) => language === 'sh')
      .map(({ content }) => content.trim());
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    const lines = (await read('.ci/run')).trimEnd().split('\n');
    expect(lines[0]).toBe('#!/usr/bin/env bash');
    expect(lines).toContain('set -euo pipefail');
    expect(lines.at(-1)).toBe(commands[1]);
    expect(await read('.github/workflows/site.yml')).toContain('- run: .ci/run\n');
  });

  it('asks for the Node.js that package.json asks for', async () => {
    expect(engines.node).toBe('>=20');
    expect(await read('README.md')).toContain('Node.js 20 or newer');
  });
});

it('names in its pages only scripts that package.json has', async () => {
  for (const page of await pages()) {
    for (const [, script = ''] of (await read(page)).matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      expect(Object.keys(scripts), `${page}: npm run ${script}`).toContain(script);
    }
  }
});

it('explains each caveat under a heading that its links lead to, in the order of the list', async () => {
  const sections = (await read('docs/methodology/caveats.md')).split(/^### /m).slice(1);
  const explained = sections.map((section) => ({
    anchor: /^`([a-z-]+)`$/m.exec(section)?.[1],
    title: /^\*\*(.+?)\.\*\*/m.exec(section)?.[1],
  }));
  expect(explained).toEqual(
    Object.values(caveatCatalogue).map(({ anchor, title }) => ({ anchor, title })),
  );
});

it.each(['docs/quick-start.md', 'docs/methodology/index.md'])(
  'says in %s what the profiles, the gate and the retakes are',
  async (page) => {
    const text = await read(page);
    for (const [profile, settings] of Object.entries(profileSettings)) {
      const { blocks, warmUpMs, measureMs } = settings;
      const [warmUp, measured] = [warmUpMs, measureMs].map((ms) => `${ms.toLocaleString('en')} ms`);
      expect(text).toContain(`| \`${profile}\` | ${blocks} | ${warmUp} | ${measured} |`);
    }
    expect(text).toContain(`${foreignCpuGate * 100} % `);
    // In words: at most twice, and a quarter as many as the run has trials.
    expect([maximumRetakes, retakeBudget]).toEqual([2, 0.25]);
  },
);

it('says in CITATION.cff what package.json says', async () => {
  const citation = await read('CITATION.cff');
  expect(citation).toMatch(/^cff-version: 1\.2\.0$/m);
  expect(citation).toContain(`\nversion: ${version}\n`);
  expect(citation).toContain(`\nlicense: ${license}\n`);
  expect(await read('CHANGELOG.md')).toContain(`\n## ${version}`);
});

describe('each page of the documentation', async () => {
  it.each(await pages('docs', 'blog'))(
    '%s has a title, a description and headings in order',
    async (page) => {
      const [, matter = '', body = ''] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await read(page)) ?? [];
      expect(matter).toMatch(/^title: \S/m);
      const description = /^description: (.+)$/m.exec(matter)?.[1] ?? '';
      expect(description.length).toBeGreaterThan(50);
      expect(description.length).toBeLessThan(200);
      let level = 1;
      for (const heading of withoutCode(body).matchAll(/^(#+) /gm)) {
        const next = heading[1]?.length ?? 0;
        expect(next, `a heading of level ${next} after one of ${level}`).toBeLessThanOrEqual(
          level + 1,
        );
        expect(next).toBeGreaterThan(1);
        level = next;
      }
    },
  );

  it.each(await pages())('%s links to files that exist', async (page) => {
    for (const [, target = ''] of withoutCode(await read(page)).matchAll(
      /\]\((\.?[\w/.-]+\.\w+)(?:#[\w-]+)?\)/g,
    )) {
      const file = join(dirname(page), target);
      expect(existsSync(join(projectRoot, file)), file).toBe(true);
    }
  });
});

/** Markdown pages, relative to the project; those beside package.json too without a folder. */
async function pages(...folders: string[]): Promise<string[]> {
  const found = await Promise.all(
    (folders.length > 0 ? folders : ['docs', 'blog']).map((folder) =>
      readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true }),
    ),
  );
  const inFolders = found
    .flat()
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)));
  return [
    ...(folders.length > 0 ? [] : ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']),
    ...inFolders,
  ].sort();
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '');
}
