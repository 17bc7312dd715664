import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SuiteDefinition } from '../define/suite.ts';
import type { DiscoveredSubject } from '../discovery/subjects.ts';
import { startServer } from '../measure/http-load/start-server.ts';
import type { TrialFailure } from '../measure/trial-failure.ts';
import type { Reaper } from '../process/reaper.ts';
import type { LoadSetup } from './load-setup.ts';
import { scrubbed } from './take-trial.ts';

/** A subject's servers that are measured: one for each set of values of the contract's variables. */
export interface ContractedSubject {
  subject: DiscoveredSubject;
  environments: readonly Readonly<Record<string, string>>[];
}

export interface ContractCheck {
  definition: SuiteDefinition;
  subjects: readonly ContractedSubject[];
  load: LoadSetup;
  stage: 'check' | 'check-again';
  signal: AbortSignal;
  reaper: Reaper;
  onStep(what: string): void;
}

/**
 * Runs the suite's contract against every subject, each on data as loaded. It is told which services
 * run and what they hold: what no planned scenario needs is neither started nor asked for.
 *
 * @returns What was wrong, by the ids of the subjects that do not keep it.
 */
export async function checkContracts(check: ContractCheck): Promise<Map<string, TrialFailure>> {
  const broken = new Map<string, TrialFailure>();
  if (!check.definition.contract) return broken;
  const { ids } = check.load.services;
  for (const { subject, environments } of check.subjects) {
    for (const environment of environments) {
      check.signal.throwIfAborted();
      check.onStep(`checking the contract of ${subject.id}`);
      await check.load.services.prepare(ids, false);
      check.load.services.markChanged(ids);
      const failure = await checkOne(check, subject, environment);
      if (!failure) continue;
      broken.set(subject.id, scrubbed(failure));
      break;
    }
  }
  return broken;
}

async function checkOne(
  { definition, load, stage, signal, reaper }: ContractCheck,
  subject: DiscoveredSubject,
  environment: Readonly<Record<string, string>>,
): Promise<TrialFailure | null> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-'));
  const pids: number[] = [];
  const settings = {
    ...load.services.environment,
    ...load.environment,
    ...subject.manifest.environment,
    ...environment,
    SUBJECT: subject.id,
  };
  try {
    const started = await startServer({
      command: subject.manifest.server ?? [],
      cwd: subject.programFolder,
      environment: settings,
      logFile: join(folder, 'server.log'),
      processors: undefined,
      signal,
      onStart: (pid) => {
        pids.push(pid);
        reaper.watch(pid);
      },
    });
    if ('failure' in started) return started.failure;
    const { server } = started;
    try {
      const { url } = server;
      await definition.contract?.({
        url,
        subject: subject.id,
        environment: settings,
        services: load.services.ids,
        parts: load.services.parts ?? undefined,
        signal,
      });
      return null;
    } catch (error) {
      signal.throwIfAborted();
      return {
        stage,
        message: `does not keep the suite's contract${described(environment)}: ${(error as Error).message}`,
        detail: server.process.lastOutput() || null,
      };
    } finally {
      await server.end();
    }
  } finally {
    for (const pid of pids) reaper.release(pid);
    await rm(folder, { recursive: true, force: true });
  }
}

function described(environment: Readonly<Record<string, string>>): string {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return settings.length > 0 ? ` with ${settings.join(' ')}` : '';
}
