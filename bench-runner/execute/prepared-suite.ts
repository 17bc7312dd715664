import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { DiscoveredSuite } from '../discovery/discover.ts';
import { hashFiles } from '../discovery/hash-folder.ts';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import { type Bundle, bundleModules } from '../measure/in-process/bundle.ts';
import type { TrialFailure } from '../measure/trial-failure.ts';
import { type PlannedGroup, planSuite, type Selection } from '../plan/plan.ts';
import type { Reaper } from '../process/reaper.ts';
import { checkContracts } from './check-contracts.ts';
import type { LoadSetup } from './load-setup.ts';
import { contractedSubjects, generatorSource, loadMethodOf, prepareLoad } from './prepare-load.ts';
import { prepareSubjects, type Unavailable } from './prepare-subjects.ts';

/** A suite as it is measured in a run: what is planned, what can run here, and its program. */
export interface PreparedSuite {
  suite: DiscoveredSuite;
  groups: PlannedGroup[];
  unavailable: Map<string, Unavailable>;
  bundle: Bundle;
  /** Services and placement of scenarios under load; null in a suite without any. */
  load: LoadSetup | null;
  /** Subjects that do not keep the suite's contract, with what was wrong. */
  broken: Map<string, TrialFailure>;
  /** By subject id: SHA-256 of its folder and of every source outside it that it imports. */
  configurationHashes: ReadonlyMap<string, string>;
}

export interface Preparation {
  /** The run's own folder. */
  folder: string;
  signal: AbortSignal;
  reaper: Reaper;
  /** Another program that every load is sent through too; null without one. */
  crossCheck: LoadSetup['crossCheck'];
  onStep(what: string): void;
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

/**
 * Installs and builds the subjects that are measured, bundles them with the scenarios, starts the
 * services and checks the contract. The caller stops the services.
 */
export async function prepareSuite(
  { suite, groups }: PlannedSuite,
  { folder, signal, reaper, crossCheck, onStep }: Preparation,
): Promise<PreparedSuite> {
  const measured = new Set(groups.flatMap((group) => group.subjects));
  const subjects = suite.subjects.filter((subject) => measured.has(subject.id));
  const unavailable = await prepareSubjects(subjects, signal, onStep);
  onStep('bundling scenarios and subjects');
  const scenarioFiles = suite.scenarios
    .filter(({ id }) => groups.some((group) => group.scenario === id))
    .map((scenario) => scenario.file);
  const modules = new Map<string, string>();
  for (const { id, folder: own, manifest } of subjects) {
    if (manifest.module && !unavailable.has(id)) modules.set(id, join(own, manifest.module));
  }
  const bundle = await bundleModules(
    [
      ...scenarioFiles,
      ...modules.values(),
      ...(groups.some((group) => loadMethodOf(suite, group)) ? [generatorSource] : []),
    ],
    join(folder, 'program', suite.id),
  );
  const configurationHashes = new Map<string, string>();
  for (const subject of suite.subjects) {
    const module = modules.get(subject.id);
    const imported = module === undefined ? [] : bundle.sourcesOf(module);
    configurationHashes.set(subject.id, await configurationHash(subject, imported));
  }
  const load = await prepareLoad(suite, groups, {
    bundle,
    folder,
    signal,
    reaper,
    crossCheck,
    onStep,
  });
  const prepared = {
    suite,
    groups,
    unavailable,
    bundle,
    load,
    broken: new Map<string, TrialFailure>(),
    configurationHashes,
  };
  if (!load) return prepared;
  try {
    const broken = await checkSuiteContract(prepared, 'check', { signal, reaper, onStep });
    return { ...prepared, broken };
  } catch (error) {
    await load.services.stop();
    throw error;
  }
}

/** Runs the contract against every subject that can be measured under load. */
export async function checkSuiteContract(
  { suite, groups, unavailable, load, broken }: PreparedSuite,
  stage: 'check' | 'check-again',
  options: Omit<Preparation, 'folder' | 'crossCheck'>,
): Promise<Map<string, TrialFailure>> {
  if (!load) return new Map();
  const measurable = groups.filter((group) => {
    const method = loadMethodOf(suite, group);
    return method && !load.services.missing(method.services);
  });
  const subjects = contractedSubjects(suite, measurable, unavailable);
  return checkContracts({
    ...options,
    definition: suite.definition,
    subjects: subjects.filter(({ subject }) => !broken.has(subject.id)),
    load,
    stage,
  });
}

/** Why a group cannot be measured: a service it needs cannot run here. */
export function missingService(
  { suite, load }: Pick<PreparedSuite, 'suite' | 'load'>,
  group: PlannedGroup,
): Unavailable | undefined {
  const method = loadMethodOf(suite, group);
  return method ? load?.services.missing(method.services) : undefined;
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
