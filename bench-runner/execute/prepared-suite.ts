import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { DiscoveredSuite } from '../discovery/discover.ts';
import { hashFiles } from '../discovery/hash-folder.ts';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import { type Bundle, bundleModules } from '../measure/in-process/bundle.ts';
import { type PlannedGroup, planSuite, type Selection } from '../plan/plan.ts';
import { prepareSubjects, type Unavailable } from './prepare-subjects.ts';

/** A suite as it is measured in a run: what is planned, what can run here, and its program. */
export interface PreparedSuite {
  suite: DiscoveredSuite;
  groups: PlannedGroup[];
  unavailable: Map<string, Unavailable>;
  bundle: Bundle;
  /** By subject id: SHA-256 of its folder and of every source outside it that it imports. */
  configurationHashes: ReadonlyMap<string, string>;
}

export interface PlannedSuite {
  suite: DiscoveredSuite;
  groups: PlannedGroup[];
}

/** Suites with at least one group in the selection. */
export function planSuites(
  suites: readonly DiscoveredSuite[],
  selection: Selection,
): PlannedSuite[] {
  return suites
    .map((suite) => ({ suite, groups: planSuite(suite, selection) }))
    .filter(({ groups }) => groups.length > 0);
}

/** Says whether a resumed run would measure the same: groups, and the suites' sources. */
export function hashPlan(plan: readonly PlannedSuite[]): string {
  const hash = createHash('sha256');
  for (const { suite, groups } of plan) {
    hash.update(JSON.stringify([suite.id, groups]));
    hash.update(suite.folderHash);
  }
  return hash.digest('hex');
}

/** Installs the subjects that are measured and bundles them with the scenarios. */
export async function prepareSuite(
  { suite, groups }: PlannedSuite,
  folder: string,
  signal: AbortSignal,
  onStep: (what: string) => void,
): Promise<PreparedSuite> {
  const measured = new Set(groups.flatMap((group) => group.subjects));
  const subjects = suite.subjects.filter((subject) => measured.has(subject.id));
  const unavailable = await prepareSubjects(subjects, signal, (subject) =>
    onStep(`installing the packages of ${subject}`),
  );
  onStep('bundling scenarios and subjects');
  const scenarioFiles = suite.scenarios
    .filter(({ id }) => groups.some((group) => group.scenario === id))
    .map((scenario) => scenario.file);
  const modules = new Map<string, string>();
  for (const { id, folder: own, manifest } of subjects) {
    if (manifest.module && !unavailable.has(id)) modules.set(id, join(own, manifest.module));
  }
  const bundle = await bundleModules(
    [...scenarioFiles, ...modules.values()],
    join(folder, 'program', suite.id),
  );
  const configurationHashes = new Map<string, string>();
  for (const subject of suite.subjects) {
    const module = modules.get(subject.id);
    const imported = module === undefined ? [] : bundle.sourcesOf(module);
    configurationHashes.set(subject.id, await configurationHash(subject, imported));
  }
  return { suite, groups, unavailable, bundle, configurationHashes };
}

async function configurationHash(
  { folder, folderHash }: DiscoveredSubject,
  imported: readonly string[],
): Promise<string> {
  const paths = imported.map((file) => relative(folder, file));
  const outside = await hashFiles(
    folder,
    paths.filter((path) => path.startsWith('..')),
  );
  return createHash('sha256').update(`${folderHash}${outside}`).digest('hex');
}
