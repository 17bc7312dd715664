import { developmentVersion } from '../../../../bench-runner/results/identifiers.ts';
import type { ResultVersion } from '../versions.ts';
import type { JudgedTables } from './agreement.ts';
import { addJudged, toEntries } from './judged.ts';
import { writeStylesheet } from './stylesheet.ts';
import type { ArchiveContext, ArchiveOutcome, ArchiveTask, JudgedEntries } from './task.ts';
import { startWorkers } from './worker-pool.ts';

export interface ArchiveRequest {
  /** Folder that holds `static/results`. */
  root: string;
  /** Folder of the built site. */
  outDir: string;
  /** File for the program of the processes that write the pages. */
  program: string;
  /** All versions, the newest first. */
  versions: readonly ResultVersion[];
}

/**
 * Writes the versions that are no live pages as static HTML without JavaScript, at the paths that
 * live pages have. It asks little of this process, which may build the live pages meanwhile.
 */
export async function writeArchive(request: ArchiveRequest): Promise<void> {
  const { root, outDir, program } = request;
  const versions = request.versions.filter(({ label }) => label !== developmentVersion);
  const labels = versions.filter(({ live }) => !live).map(({ label }) => label);
  if (labels.length === 0) return;
  const judged: JudgedTables = new Map();
  for (const { label, live, documents } of versions) {
    if (live) addJudged(judged, label, documents);
  }
  const [newest] = versions;
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
  const workers = await startWorkers(context, { program, versions: labels.length });
  try {
    const outcomes = await workers.write(labels.map((label) => ({ label, judged: [] })));
    await workers.write(secondPass(labels, outcomes));
  } finally {
    await workers.end();
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
