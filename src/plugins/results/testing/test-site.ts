import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { seal } from '../../../../bench-runner/results/seal.ts';
import { serialiseDocument, versionFolder } from '../../../../bench-runner/results/store.ts';
import { exampleDocument } from '../../../../bench-runner/results/testing/example-document.ts';
import { exampleProfile } from '../../../../bench-runner/results/testing/example-profile.ts';
import { hostileDocuments } from './hostile-documents.ts';
import { httpDocument } from './http-document.ts';

/** The site under test lies below a path, where a link that forgets the base breaks. */
export const testBase = '/lab/';

/** Versions of the test site, the oldest first: the first two are archived, the others live. */
export const testVersions = ['1.0', '2.0', '3.0', '4.0', '5.0', '6.0', '7.0'] as const;
export const archivedVersion = testVersions[0];
/** Versions that hold every hostile text besides the example: one archived and the newest. */
export const hostileVersions = [testVersions[1], testVersions[6]] as const;

/** The live version that holds a second suite, of 25 scenarios under load, and CPU profiles, and an archived one. */
export const httpVersion = testVersions[5];
export const archivedHttpVersion = testVersions[1];

const project = join(import.meta.dirname, '../../../..');

/** Publishes the test versions below a folder and builds the site from them. */
export async function buildTestSite(root: string, outDir: string): Promise<void> {
  const hostile = hostileDocuments().map(({ document }) => document);
  for (const [index, label] of testVersions.entries()) {
    const documents = [
      label === httpVersion || label === archivedHttpVersion
        ? profiledDocument()
        : exampleDocument(),
      ...(label === httpVersion || label === archivedHttpVersion ? [httpDocument()] : []),
      ...(hostileVersions.some((one) => one === label) ? hostile : []),
    ];
    for (const document of documents) await publish(label, measuredOn(index + 1, document), root);
  }
  const docusaurus = join(project, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const build = promisify(execFile)(process.execPath, [docusaurus, 'build', '--out-dir', outDir], {
    cwd: project,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LAB_RESULTS_ROOT: root,
      LAB_BASE_URL: testBase,
      LAB_SITE_URL: 'https://lab.test',
      DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(root, 'generated'),
    },
  });
  await build.catch((error: Error & { stdout?: string; stderr?: string }) => {
    throw new Error(
      `the site under test does not build:\n${((error.stdout ?? '') + (error.stderr ?? '')).slice(-4_000)}`,
    );
  });
}

/** The example with CPU profiles of the cases of one subject, as a run takes them that is asked to. */
function profiledDocument(): ResultDocument {
  return exampleDocument((content) => ({
    ...content,
    cases: content.cases.map((one) =>
      one.status === 'measured' && one.subject === 'plain'
        ? { ...one, cpuProfile: exampleProfile() }
        : one,
    ),
  }));
}

/** The document as if it had been measured on another day, so that the versions' order is known. */
function measuredOn(day: number, { run, ...rest }: ResultDocument): ResultDocument {
  const date = `2026-11-${String(day).padStart(2, '0')}`;
  return seal({
    ...rest,
    run: { ...run, startedAt: `${date}T09:00:00.000Z`, finishedAt: `${date}T09:30:00.000Z` },
  });
}

async function publish(label: string, document: ResultDocument, root: string): Promise<void> {
  const folder = versionFolder(label, root);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${document.suite.id}.json`), serialiseDocument(document));
}
