import { trialCaveats } from '../caveats/trial-caveats.ts';
import type { TrialFailure } from '../measure/trial-failure.ts';
import type { PlannedTrial } from '../plan/order-block.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import { scrub } from '../process/scrub.ts';
import type { Trial } from '../results/cases.ts';
import { type AttemptContext, attemptTrial } from './attempt-trial.ts';

export interface TrialContext extends AttemptContext {
  foreignCpuGate: number;
  /** Times this trial may be taken anew because of foreign CPU. */
  retakesLeft: number;
  onRetake(): void;
}

export type TakenTrial = { trial: Trial } | { failure: TrialFailure };

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
    const { outcome, series } = attempt;
    const { peakDirtyShare, ...resources } = attempt.resources;
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
        ...(series ? { series } : {}),
        resources,
        retakes,
        caveats: [
          ...attempt.caveats,
          ...trialCaveats({
            ...outcome,
            ...resources,
            peakDirtyShare,
            foreignCpuGate: context.foreignCpuGate,
          }),
        ],
      },
    };
  }
}

/** A failure as it may be published: without names of users and hosts, and not too long. */
export function scrubbed({ stage, message, detail }: TrialFailure): TrialFailure {
  return {
    stage,
    message: scrub(message).slice(0, 2_000),
    detail: detail === null ? null : scrub(detail).slice(-4_000),
  };
}
