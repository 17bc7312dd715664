import { dirname } from 'node:path';
import { foldProfile } from '../measure/in-process/fold-profile.ts';
import { describeFunctions } from '../measure/in-process/profile-sources.ts';
import { profileIntervalMicros } from '../measure/in-process/record-profile.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import type { Reaper } from '../process/reaper.ts';
import type { CpuProfile } from '../results/cpu-profile.ts';
import { type AttemptContext, attemptTrial } from './attempt-trial.ts';
import type { Listener } from './events.ts';
import type { JournalBlock, JournalHeader, JournalProfile } from './journal.ts';
import type { PreparedSuite } from './prepared-suite.ts';
import { scrubbed } from './take-trial.ts';

/** Time that is sampled at least, in ms: 2,500 samples. */
const leastProfileMs = 500;

export interface Profiling {
  header: JournalHeader;
  /** What was measured: cases that failed are not profiled. */
  blocks: readonly JournalBlock[];
  /** Profiles an earlier, interrupted part of the run has saved. */
  earlier: readonly JournalProfile[];
  signal: AbortSignal;
  listener: Listener;
  reaper: Reaper;
  save(profile: JournalProfile): Promise<void>;
}

/**
 * Takes one more trial of each case that was measured in process, to see where its CPU time goes.
 * It comes after all measured trials and none of them is profiled: sampling slows down what it looks
 * at. A case whose profile fails stays as it was measured, without one.
 */
export async function profileCases(
  prepared: readonly PreparedSuite[],
  profiling: Profiling,
): Promise<JournalProfile[]> {
  const { listener, signal } = profiling;
  const taken = [...profiling.earlier];
  const cases = prepared.flatMap((suite) => measuredInProcess(suite, profiling.blocks));
  for (const [index, one] of cases.entries()) {
    signal.throwIfAborted();
    const { suite, group, subject } = one;
    const key = `${group.key}/${subject}`;
    const place = { suite: suite.suite.id, key };
    if (taken.some((each) => each.suite === place.suite && each.key === key)) continue;
    listener({ kind: 'profiling', ...place, number: index + 1, of: cases.length });
    const takenAt = new Date().toISOString();
    const result = await profileCase(one, profiling);
    if ('problem' in result) {
      listener({ kind: 'unprofiled', ...place, reason: result.problem });
      continue;
    }
    const profile = { takenAt, intervalMicros: profileIntervalMicros, ...result };
    const entry: JournalProfile = { kind: 'profile', ...place, profile };
    await profiling.save(entry);
    taken.push(entry);
  }
  return taken;
}

interface ProfiledCase {
  suite: PreparedSuite;
  group: PlannedGroup;
  subject: string;
}

function measuredInProcess(suite: PreparedSuite, blocks: readonly JournalBlock[]): ProfiledCase[] {
  return suite.groups.flatMap((group) => {
    const method = scenarioOf(suite, group).definition.method;
    if (method.kind !== 'in-process') return [];
    const own = blocks.filter(
      (block) => block.suite === suite.suite.id && block.group === group.key,
    );
    const failed = new Set(own.flatMap(({ failures }) => failures.map(({ subject }) => subject)));
    const measured = new Set(own.flatMap(({ trials }) => trials.map(({ subject }) => subject)));
    return group.subjects
      .filter((subject) => measured.has(subject) && !failed.has(subject))
      .map((subject) => ({ suite, group, subject }));
  });
}

async function profileCase(
  { suite, group, subject: id }: ProfiledCase,
  { header, signal, reaper }: Profiling,
): Promise<Omit<CpuProfile, 'takenAt' | 'intervalMicros'> | { problem: string }> {
  const scenario = scenarioOf(suite, group);
  const subject = suite.suite.subjects.find((each) => each.id === id);
  if (!subject) throw new Error(`suite ${suite.suite.id} has no subject ${id}`);
  const context: AttemptContext = {
    scenarioFile: scenario.file,
    scenario: scenario.definition,
    subject,
    bundle: suite.bundle,
    load: null,
    seed: header.run.seed,
    trialLimitMs: header.trialLimitMs,
    signal,
    reaper,
    profileMs: Math.max(leastProfileMs, group.timing.measureMs),
  };
  // With the payloads of the first block.
  const attempt = await attemptTrial(group, 0, context);
  if ('failure' in attempt) {
    const { stage, message } = scrubbed(attempt.failure);
    return { problem: `it failed at stage ${stage}: ${message}` };
  }
  // Scenarios lie in <suites>/<suite>/scenarios/.
  const suitesFolder = dirname(dirname(dirname(scenario.file)));
  const folded = foldProfile(attempt.outcome.profiles ?? [], describeFunctions(suitesFolder));
  if (!folded) return { problem: 'the profiler took no sample' };
  return { foreignCpuShare: attempt.resources.foreignCpuShare, ...folded };
}

function scenarioOf({ suite }: PreparedSuite, group: PlannedGroup) {
  const scenario = suite.scenarios.find(({ id }) => id === group.scenario);
  if (!scenario) throw new Error(`suite ${suite.id} has no scenario ${group.scenario}`);
  return scenario;
}
