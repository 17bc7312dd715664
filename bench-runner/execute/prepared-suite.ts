import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DiscoveredSuite } from '../discovery/discover.ts';
import { type Bundle, bundleModules } from '../measure/in-process/bundle.ts';
import { type PlannedGroup, planSuite, type Selection } from '../plan/plan.ts';
import { prepareSubjects, type Unavailable } from './prepare-subjects.ts';

/** A suite as it is measured in a run: what is planned, what can run here, and its program. */
export interface PreparedSuite {
  suite: DiscoveredSuite;
  groups: PlannedGroup[];
  unavailable: Map<string, Unavailable>;
  bundle: Bundle;
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

/** Says whether a resumed run would measure the same: groups, subjects and their contents. */
export function hashPlan(plan: readonly PlannedSuite[]): string {
  const hash = createHash('sha256');
  for (const { suite, groups } of plan) {
    hash.update(JSON.stringify([suite.id, groups]));
    for (const subject of suite.subjects) hash.update(subject.configurationHash);
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
  const subjectModules = subjects.flatMap((subject) =>
    subject.manifest.module && !unavailable.has(subject.id)
      ? [join(subject.folder, subject.manifest.module)]
      : [],
  );
  const bundle = await bundleModules(
    [...scenarioFiles, ...subjectModules],
    join(folder, 'program', suite.id),
  );
  return { suite, groups, unavailable, bundle };
}
