import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { discoverSuites } from '../discovery/discover.ts';
import { describeEnvironment } from '../environment/describe.ts';
import { foreignCpuGate } from '../plan/profile-settings.ts';
import { type Reaper, startReaper } from '../process/reaper.ts';
import type { Environment } from '../results/environment.ts';
import type { ResultDocument } from '../results/schema.ts';
import { runFolder, writeRunDocument } from '../results/store.ts';
import { assembleDocument } from './assemble.ts';
import { findCrossCheck, withCrossCheck } from './cross-check.ts';
import { Journal, type JournalContent, type JournalHeader } from './journal.ts';
import { labState } from './lab-state.ts';
import { measureBlocks } from './measure-blocks.ts';
import {
  checkSuiteContract,
  hashPlan,
  type PlannedSuite,
  type PreparedSuite,
  planSuites,
  prepareSuite,
} from './prepared-suite.ts';
import { profileCases } from './profile-cases.ts';
import { tellUnprofiled } from './profiling-offered.ts';
import { newRunId } from './run-id.ts';
import { type NewRun, planRequest, type RunOptions } from './run-request.ts';
import { SelectionError, selectSuites } from './select-suites.ts';
import { tellBroken, tellSkipped } from './tell-preparation.ts';

export interface FinishedRun {
  id: string;
  documents: ResultDocument[];
}

/** Measures what was selected, keeping a journal, and writes one result document a suite. */
export async function startRun(request: NewRun, options: RunOptions): Promise<FinishedRun> {
  const { suites, plan } = await planRequest(request, options);
  const startedAt = new Date();
  const header: JournalHeader = {
    kind: 'header',
    run: {
      id: newRunId(startedAt),
      startedAt: startedAt.toISOString(),
      profile: request.profile,
      seed: request.seed,
      blocks: Math.max(...plan.flatMap(({ groups }) => groups.map(({ timing }) => timing.blocks))),
      foreignCpuGate,
      lab: await labState(),
    },
    environment: await describeEnvironment(),
    selection: {
      suites: suites.map((suite) => suite.id),
      categories: request.categories,
      scenarios: request.scenarios,
      subjects: request.subjects,
    },
    crossCheck: request.crossCheck,
    profileCpu: request.profileCpu,
    trialLimitMs: request.trialLimitMs,
    planHash: hashPlan(plan),
  };
  const folder = runFolder(header.run.id, options.root);
  await mkdir(folder, { recursive: true });
  const journal = await Journal.create(join(folder, 'journal.jsonl'), header);
  return execute(plan, { header, services: null, blocks: [], profiles: [] }, journal, options);
}

/** Goes on with a run that was interrupted or killed; only the block in hand is measured again. */
export async function resumeRun(id: string, options: RunOptions): Promise<FinishedRun> {
  const path = join(runFolder(id, options.root), 'journal.jsonl');
  if (!existsSync(path)) {
    throw new SelectionError(`there is no run ${id} with a journal`, '"lab runs" lists the runs');
  }
  const { journal, header, ...earlier } = await Journal.resume(path);
  const selected = selectSuites(await discoverSuites(options.suitesFolder), header.selection);
  const suites = withCrossCheck(selected, header.crossCheck);
  const plan = planSuites(suites, { ...header.selection, profile: header.run.profile });
  if (hashPlan(plan) !== header.planHash) {
    await journal.close();
    throw new SelectionError(
      `run ${id} cannot be resumed: suites or subjects have changed since it was started`,
      'start a new run; results of two states must not be mixed in one',
    );
  }
  const difference = machineDifference(header.environment, await describeEnvironment());
  if (difference) {
    await journal.close();
    throw new SelectionError(
      `run ${id} cannot be resumed here: ${difference}`,
      'resume it on the machine it was started on, or start a new run',
    );
  }
  return execute(plan, { header, ...earlier }, journal, options);
}

async function execute(
  plan: readonly PlannedSuite[],
  { header, services, blocks: earlier, profiles: earlierProfiles }: JournalContent,
  journal: Journal,
  options: RunOptions,
): Promise<FinishedRun> {
  const folder = runFolder(header.run.id, options.root);
  const crossCheck = await findCrossCheck(header.crossCheck);
  const reaper: Reaper = startReaper();
  const preparation = (suite: string) => ({
    folder,
    signal: options.signal,
    reaper,
    crossCheck,
    onStep: (what: string) => options.listener({ kind: 'preparing', suite, what }),
  });
  const prepared: PreparedSuite[] = [];
  try {
    for (const planned of plan) {
      prepared.push(await prepareSuite(planned, preparation(planned.suite.id)));
    }
    await keepServices(prepared, services, journal);
    for (const suite of prepared) {
      tellSkipped(suite, options.listener);
      tellBroken(suite, suite.broken, options.listener);
    }
    if (header.profileCpu) tellUnprofiled(plan, options.listener);
    const blocks = await measureBlocks(prepared, {
      header,
      earlier,
      signal: options.signal,
      listener: options.listener,
      reaper,
      save: (block) => journal.append(block),
    });
    const profiles = header.profileCpu
      ? await profileCases(prepared, {
          header,
          blocks,
          earlier: earlierProfiles,
          signal: options.signal,
          listener: options.listener,
          reaper,
          save: (profile) => journal.append(profile),
        })
      : [];
    for (const suite of prepared) {
      const broken = await checkSuiteContract(suite, 'check-again', preparation(suite.suite.id));
      tellBroken(suite, broken, options.listener);
      for (const [subject, failure] of broken) suite.broken.set(subject, failure);
    }
    const finishedAt = new Date().toISOString();
    const documents: ResultDocument[] = [];
    for (const suite of prepared) {
      options.listener({ kind: 'analysing', suite: suite.suite.id });
      const document = assembleDocument(suite, header, finishedAt, { blocks, profiles });
      const file = await writeRunDocument(document, options.root);
      options.listener({ kind: 'saved', suite: suite.suite.id, file });
      documents.push(document);
    }
    return { id: header.run.id, documents };
  } finally {
    await Promise.allSettled(prepared.map(({ load }) => load?.services.stop()));
    await journal.close();
    await reaper.end();
    await rm(join(folder, 'program'), { recursive: true, force: true });
  }
}

/**
 * Writes down the services of a run that begins.
 *
 * @throws SelectionError where a resumed run began with others.
 */
async function keepServices(
  prepared: readonly PreparedSuite[],
  before: Environment['services'] | null,
  journal: Journal,
): Promise<void> {
  const services = prepared.flatMap(({ load }) => load?.services.describe() ?? []);
  if (before === null) {
    await journal.append({ kind: 'services', services });
    return;
  }
  const named = (all: Environment['services']) =>
    all
      .map(({ name, version, standIn }) => `${name} ${version}${standIn ? ' (stand-in)' : ''}`)
      .join(', ') || 'none';
  if (named(before) === named(services)) return;
  throw new SelectionError(
    `the run cannot be resumed: its services were ${named(before)} and are ${named(services)}`,
    'provide the same services again, or start a new run',
  );
}

/** What makes two environments different machines for measuring, in words; null if nothing. */
function machineDifference(then: Environment, now: Environment): string | null {
  const parts = [
    ['CPU', then.cpuModel, now.cpuModel],
    ['number of cores', then.cores, now.cores],
    ['kernel', then.kernel, now.kernel],
    ['runtimes', versions(then), versions(now)],
  ] as const;
  const different = parts.find(([, before, after]) => before !== after);
  return different ? `the ${different[0]} was ${different[1]} and is ${different[2]}` : null;
}

function versions(environment: Environment): string {
  return environment.runtimes.map(({ name, version }) => `${name} ${version}`).join(', ');
}
