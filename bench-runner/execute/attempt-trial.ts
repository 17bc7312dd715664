import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandMethod, ScenarioDefinition } from '../define/scenario.ts';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import { type Observation, type Observed, observe } from '../environment/observe.ts';
import { measureByCommand } from '../measure/command/measure-by-command.ts';
import type { Bundle } from '../measure/in-process/bundle.ts';
import { forkTrial } from '../measure/in-process/fork-trial.ts';
import type { TrialOutcome } from '../measure/in-process/protocol.ts';
import type { TrialFailure } from '../measure/trial-failure.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import { placeSelf } from '../process/place-self.ts';
import type { Reaper } from '../process/reaper.ts';
import type { Trial } from '../results/cases.ts';
import type { Caveat } from '../results/caveat.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { attemptUnderLoad } from './attempt-under-load.ts';
import type { LoadSetup } from './load-setup.ts';

export interface AttemptContext {
  scenarioFile: string;
  scenario: ScenarioDefinition;
  subject: DiscoveredSubject;
  bundle: Bundle;
  /** Services and placement; null in a suite without scenarios under load. */
  load: LoadSetup | null;
  seed: number;
  trialLimitMs: number;
  signal: AbortSignal;
  reaper: Reaper;
  /** Time to be sampled in place of measuring, in ms; none in a measured trial. */
  profileMs?: number;
}

/** One trial taken once, whatever else went on on the machine. */
export interface TakenAttempt {
  outcome: TrialOutcome;
  resources: Observed;
  /** Caveats of the method, beside those of every trial. */
  caveats: Caveat[];
  series?: Trial['series'];
}

export type Attempt = TakenAttempt | { failure: TrialFailure };

/** Takes a trial once, by the method of its scenario. */
export async function attemptTrial(
  group: PlannedGroup,
  block: number,
  context: AttemptContext,
): Promise<Attempt> {
  const { method } = context.scenario;
  const folder = await mkdtemp(join(tmpdir(), 'lab-'));
  // The same for every subject of the block: all are given the same payloads.
  const seed = derivedSeed(context.seed, `payload/${group.key}/${block}`);
  try {
    // A server has a processor for itself; what is measured in process may use them all.
    await placeSelf(method.kind === 'http-load' ? context.load?.placement?.others : undefined);
    if (method.kind === 'http-load') {
      return await attemptUnderLoad({ group, method, folder, seed, context });
    }
    return await attemptObserved(context.reaper, (onStart) =>
      method.kind === 'command'
        ? byCommand(method, group, context, onStart)
        : forked({ group, folder, seed, context, onStart }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Observes the process that a trial consists of from its start to its end. */
async function attemptObserved(
  reaper: Reaper,
  take: (
    onStart: (pid: number) => void,
  ) => Promise<{ outcome: TrialOutcome } | { failure: TrialFailure }>,
): Promise<Attempt> {
  let observation: Observation | undefined;
  let started: number | undefined;
  try {
    const result = await take((pid) => {
      started = pid;
      reaper.watch(pid);
      observation = observe(pid);
    });
    const resources = await observation?.stop();
    if ('failure' in result) return result;
    if (!resources) throw new Error('the trial reported a result without having been started');
    return { outcome: result.outcome, resources, caveats: [] };
  } finally {
    await observation?.stop();
    if (started !== undefined) reaper.release(started);
  }
}

function forked({
  group,
  folder,
  seed,
  context,
  onStart,
}: {
  group: PlannedGroup;
  folder: string;
  seed: number;
  context: AttemptContext;
  onStart: (pid: number) => void;
}) {
  const { bundle, scenario, subject } = context;
  return forkTrial(
    {
      kind: 'trial',
      metrics: [...scenario.metrics],
      scenarioModule: bundle.moduleOf(context.scenarioFile),
      subjectModule: bundle.moduleOf(join(subject.folder, subject.manifest.module ?? '')),
      parameters: group.parameters,
      folder,
      seed,
      warmUpMs: group.timing.warmUpMs,
      measureMs: group.timing.measureMs,
      profileMs: context.profileMs,
    },
    { program: bundle.child, limitMs: context.trialLimitMs, signal: context.signal, onStart },
  );
}

/** A foreign program times itself: its batches and warm-up are its own and not seen here. */
async function byCommand(
  method: CommandMethod,
  group: PlannedGroup,
  context: AttemptContext,
  onStart: (pid: number) => void,
): Promise<{ outcome: TrialOutcome } | { failure: TrialFailure }> {
  try {
    const samples = await measureByCommand({
      command: context.subject.manifest.command ?? [],
      cwd: context.subject.folder,
      benchmark: method.benchmark(group.parameters),
      format: method.format,
      timeoutMs: context.trialLimitMs,
      signal: context.signal,
      onStart,
    });
    return { outcome: { samples, steady: true, batchNs: null, timerNs: null } };
  } catch (error) {
    context.signal.throwIfAborted();
    return { failure: { stage: 'measure', message: (error as Error).message, detail: null } };
  }
}
