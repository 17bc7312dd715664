import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialCaveats } from '../caveats/trial-caveats.ts';
import type { CommandMethod, ScenarioDefinition } from '../define/scenario.ts';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import { type Observation, observe } from '../environment/observe.ts';
import { measureByCommand } from '../measure/command/measure-by-command.ts';
import type { Bundle } from '../measure/in-process/bundle.ts';
import { forkTrial } from '../measure/in-process/fork-trial.ts';
import type { TrialOutcome } from '../measure/in-process/protocol.ts';
import type { TrialFailure } from '../measure/trial-failure.ts';
import type { PlannedTrial } from '../plan/order-block.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import type { Reaper } from '../process/reaper.ts';
import { scrub } from '../process/scrub.ts';
import type { Trial } from '../results/cases.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';

export interface TrialContext {
  scenarioFile: string;
  scenario: ScenarioDefinition;
  subject: DiscoveredSubject;
  bundle: Bundle;
  seed: number;
  foreignCpuGate: number;
  trialLimitMs: number;
  signal: AbortSignal;
  reaper: Reaper;
  /** Times this trial may be taken anew because of foreign CPU. */
  retakesLeft: number;
  onRetake(): void;
}

export type TakenTrial = { trial: Trial } | { failure: TrialFailure };

type Observed = Awaited<ReturnType<Observation['stop']>>;

/**
 * Takes one trial and, where other work on the machine used more CPU than the gate allows, takes
 * it anew. The last one is kept, with a caveat if it too was disturbed.
 */
export async function takeTrial(
  group: PlannedGroup,
  planned: PlannedTrial & { block: number; position: number },
  context: TrialContext,
): Promise<TakenTrial> {
  for (let retakes = 0; ; retakes += 1) {
    const startedAt = new Date();
    const attempt = await attemptTrial(group, planned.block, context);
    if ('failure' in attempt) return { failure: scrubbed(attempt.failure) };
    const { outcome, resources } = attempt;
    if (resources.foreignCpuShare > context.foreignCpuGate && retakes < context.retakesLeft) {
      context.onRetake();
      continue;
    }
    const missing = context.scenario.metrics.filter((id) => outcome.samples[id] === undefined);
    const primary = context.scenario.metrics[0];
    if (primary !== undefined && missing.includes(primary)) {
      const reported = Object.keys(outcome.samples).join(', ');
      return {
        failure: {
          stage: 'measure',
          message: `reported no "${primary}", the scenario's first metric; it reported: ${reported}`,
          detail: null,
        },
      };
    }
    return {
      trial: {
        block: planned.block,
        position: planned.position,
        role: planned.role,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
        samples: Object.fromEntries(
          context.scenario.metrics.flatMap((id) => {
            const sample = outcome.samples[id];
            return sample === undefined ? [] : [[id, sample]];
          }),
        ),
        resources,
        retakes,
        caveats: trialCaveats({ ...outcome, ...resources, foreignCpuGate: context.foreignCpuGate }),
      },
    };
  }
}

async function attemptTrial(
  group: PlannedGroup,
  block: number,
  context: TrialContext,
): Promise<{ outcome: TrialOutcome; resources: Observed } | { failure: TrialFailure }> {
  const { method } = context.scenario;
  const folder = await mkdtemp(join(tmpdir(), 'lab-'));
  let observation: Observation | undefined;
  let started: number | undefined;
  const onStart = (pid: number) => {
    started = pid;
    context.reaper.watch(pid);
    observation = observe(pid);
  };
  try {
    const result =
      method.kind === 'command'
        ? await byCommand(method, group, context, onStart)
        : await forkTrial(
            {
              kind: 'trial',
              metrics: [...context.scenario.metrics],
              scenarioModule: context.bundle.moduleOf(context.scenarioFile),
              subjectModule: context.bundle.moduleOf(
                join(context.subject.folder, context.subject.manifest.module ?? ''),
              ),
              parameters: group.parameters,
              folder,
              // The same for every subject of the block: all are given the same payloads.
              seed: derivedSeed(context.seed, `payload/${group.key}/${block}`),
              warmUpMs: group.timing.warmUpMs,
              measureMs: group.timing.measureMs,
            },
            {
              program: context.bundle.child,
              limitMs: context.trialLimitMs,
              signal: context.signal,
              onStart,
            },
          );
    const resources = await observation?.stop();
    observation = undefined;
    if ('failure' in result) return result;
    if (!resources) throw new Error('the trial reported a result without having been started');
    return { outcome: result.outcome, resources };
  } finally {
    await observation?.stop();
    if (started !== undefined) context.reaper.release(started);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A foreign program times itself: its batches and warm-up are its own and not seen here. */
async function byCommand(
  method: CommandMethod,
  group: PlannedGroup,
  context: TrialContext,
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

function scrubbed({ stage, message, detail }: TrialFailure): TrialFailure {
  return {
    stage,
    message: scrub(message).slice(0, 2_000),
    detail: detail === null ? null : scrub(detail).slice(-4_000),
  };
}
