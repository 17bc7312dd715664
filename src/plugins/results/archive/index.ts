import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { developmentVersion } from '../../../../bench-runner/results/identifiers.ts';
import { scenarioPage } from '../scenario-page.ts';
import { suitePage } from '../suite-page.ts';
import type { ResultVersion } from '../versions.ts';
import type { JudgedTables } from './agreement.ts';
import { citePage } from './cite-page.ts';
import { citedScenario, citedSuite } from './cited-page.ts';
import { addJudged, toEntries } from './judged.ts';
import type { ArchiveContext, ArchiveOutcome, ArchiveTask, JudgedEntries } from './task.ts';
import { writeVersions } from './worker-pool.ts';
import { writePage } from './write-page.ts';

export interface ArchiveRequest {
  /** Folder that holds `static/results`. */
  root: string;
  /** Folder of the built site. */
  outDir: string;
  /** All versions, the newest first. */
  versions: readonly ResultVersion[];
}

/**
 * Writes the versions that are no live pages as static HTML without JavaScript, at the paths that
 * live pages have, and the citation pages of all versions.
 */
export async function writeArchive({ root, outDir, versions }: ArchiveRequest): Promise<void> {
  const published = versions.filter(({ label }) => label !== developmentVersion);
  const judged: JudgedTables = new Map();
  for (const { label, live, documents } of published) {
    if (live) addJudged(judged, label, documents);
  }
  const [newest] = published;
  const context: ArchiveContext = {
    root,
    outDir,
    stylesheet: await writeStylesheet(outDir),
    newest: newest
      ? {
          version: newest.label,
          suites: newest.heads.map(({ suite: { id, scenarios } }) => ({
            id,
            scenarios: scenarios.map((scenario) => scenario.id),
          })),
        }
      : null,
    judged: toEntries(judged),
  };
  const labels = published.filter(({ live }) => !live).map(({ label }) => label);
  const outcomes = await writeVersions(
    context,
    labels.map((label) => ({ label, judged: [] })),
  );
  await writeVersions(context, secondPass(labels, outcomes));
  // After the processes have ended: together they would need more memory than a build may take.
  for (const version of versions) if (version.live) writeCitations(version, context);
}

/** Writes the citation pages of a live version, whose other pages are routes. */
function writeCitations(version: ResultVersion, context: ArchiveContext): void {
  for (const document of version.documents) {
    writePage(citePage(citedSuite(suitePage(version, document))), context);
    for (const scenario of document.suite.scenarios) {
      writePage(citePage(citedScenario(scenarioPage(version, document, scenario))), context);
    }
  }
}

/**
 * Versions whose pages cannot know yet that another archived version has one of their tables, which
 * no live version has. Few tables are ever given up, so few versions are written twice.
 * @param labels The newest first.
 */
export function secondPass(
  labels: readonly string[],
  outcomes: readonly ArchiveOutcome[],
): ArchiveTask[] {
  const unmatched = new Map(outcomes.map((outcome) => [outcome.label, outcome.unmatched]));
  const newest = new Map<string, JudgedEntries[number]>();
  const tasks: ArchiveTask[] = [];
  for (const label of labels) {
    const own = unmatched.get(label) ?? [];
    const judged = own.flatMap(([key]) => {
      const newer = newest.get(key);
      return newer ? [newer] : [];
    });
    if (judged.length > 0) tasks.push({ label, judged });
    for (const entry of own) if (!newest.has(entry[0])) newest.set(entry[0], entry);
  }
  return tasks;
}

/** Copies the style sheet under a name that changes with it, and gives its path on the site. */
async function writeStylesheet(outDir: string): Promise<string> {
  const source = fileURLToPath(new URL('./archive.css', import.meta.url));
  const hash = createHash('sha256')
    .update(await readFile(source))
    .digest('hex')
    .slice(0, 8);
  const path = `/assets/archive.${hash}.css`;
  await mkdir(join(outDir, 'assets'), { recursive: true });
  await copyFile(source, join(outDir, path));
  return path;
}
