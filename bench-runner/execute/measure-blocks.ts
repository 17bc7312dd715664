import { trialCount } from '../plan/count-trials.ts';
import { orderGroups, orderTrials } from '../plan/order-block.ts';
import type { PlannedGroup } from '../plan/plan.ts';
import { maximumRetakes, retakeBudget } from '../plan/profile-settings.ts';
import type { Reaper } from '../process/reaper.ts';
import type { Listener } from './events.ts';
import type { JournalBlock, JournalHeader } from './journal.ts';
import { missingService, type PreparedSuite } from './prepared-suite.ts';
import { takeTrial } from './take-trial.ts';

export interface Measuring {
  header: JournalHeader;
  /** Blocks an earlier, interrupted part of the run has saved. */
  earlier: readonly JournalBlock[];
  signal: AbortSignal;
  listener: Listener;
  reaper: Reaper;
  save(block: JournalBlock): Promise<void>;
}

/**
 * Measures all groups once per block and saves each group's block before the next begins. Groups
 * take turns rather than being finished one by one, so that slow drift of the machine widens the
 * intervals of all instead of shifting one against another. A subject that fails is not measured
 * again in that group.
 */
export async function measureBlocks(
  prepared: readonly PreparedSuite[],
  measuring: Measuring,
): Promise<JournalBlock[]> {
  const { header, listener } = measuring;
  const { seed } = header.run;
  const finished = [...measuring.earlier];
  const failed = new Set<string>();
  for (const block of finished) markFailed(failed, block);

  const work = prepared.flatMap((suite) =>
    suite.groups.map((group) => ({ suite, group: ready(suite, group) })),
  );
  const total = trialCount(work.map(({ group }) => group));
  let retakesLeft = Math.ceil(total * retakeBudget);
  for (const { trials } of finished) {
    for (const { trial } of trials) retakesLeft -= trial.retakes;
  }
  let done = finished.reduce((sum, block) => sum + block.trials.length + block.failures.length, 0);
  listener({
    kind: 'started',
    runId: header.run.id,
    suites: prepared.map(({ suite }) => suite.id),
    trials: total,
    resumedTrials: done,
  });

  for (let block = 0; block < blocksOf(work); block += 1) {
    const order = orderGroups(
      work.map(({ group }) => group).filter(({ timing }) => block < timing.blocks),
      seed,
      block,
    );
    for (const group of order) {
      const suite = work.find((each) => each.group === group)?.suite;
      if (!suite || isFinished(finished, suite, group, block)) continue;
      const entry = await measureBlock(suite, group, block, failed, measuring, {
        retakesLeft: () => Math.min(maximumRetakes, Math.max(0, retakesLeft)),
        onRetake: () => {
          retakesLeft -= 1;
        },
        onTaken: () => {
          done += 1;
          listener({ kind: 'taken', done, total });
        },
      });
      markFailed(failed, entry);
      await measuring.save(entry);
      finished.push(entry);
    }
  }
  return finished;
}

async function measureBlock(
  { suite, bundle, load }: PreparedSuite,
  group: PlannedGroup,
  block: number,
  failed: Set<string>,
  measuring: Measuring,
  count: { retakesLeft(): number; onRetake(): void; onTaken(): void },
): Promise<JournalBlock> {
  const { header, listener, signal, reaper } = measuring;
  const scenario = suite.scenarios.find(({ id }) => id === group.scenario);
  if (!scenario) throw new Error(`suite ${suite.id} has no scenario ${group.scenario}`);
  const entry: JournalBlock = {
    kind: 'block',
    suite: suite.id,
    group: group.key,
    block,
    trials: [],
    failures: [],
  };
  for (const [position, planned] of orderTrials(group, header.run.seed, block).entries()) {
    signal.throwIfAborted();
    const key = `${group.key}/${planned.subject}`;
    const failedHere = entry.failures.some(({ subject }) => subject === planned.subject);
    const subject = suite.subjects.find(({ id }) => id === planned.subject);
    if (!subject || failedHere || failed.has(`${suite.id}/${key}`)) {
      count.onTaken();
      continue;
    }
    const where = { suite: suite.id, group: group.key, subject: planned.subject };
    listener({ kind: 'trial', ...where, block, blocks: group.timing.blocks });
    const taken = await takeTrial(
      group,
      { ...planned, block, position },
      {
        scenarioFile: scenario.file,
        scenario: scenario.definition,
        subject,
        bundle,
        load,
        seed: header.run.seed,
        foreignCpuGate: header.run.foreignCpuGate,
        trialLimitMs: header.trialLimitMs,
        signal,
        reaper,
        retakesLeft: count.retakesLeft(),
        onRetake: () => {
          count.onRetake();
          listener({ kind: 'retake' });
        },
      },
    );
    if ('failure' in taken) {
      entry.failures.push({ subject: planned.subject, ...taken.failure });
      const { stage, message } = taken.failure;
      listener({ kind: 'failed', suite: suite.id, key, stage, message });
    } else {
      entry.trials.push({ subject: planned.subject, trial: taken.trial });
    }
    count.onTaken();
  }
  return entry;
}

function blocksOf(work: readonly { group: PlannedGroup }[]): number {
  return Math.max(0, ...work.map(({ group }) => group.timing.blocks));
}

/** The group without the subjects that cannot run here, or that break the suite's contract. */
function ready(prepared: PreparedSuite, group: PlannedGroup): PlannedGroup {
  if (missingService(prepared, group)) return { ...group, subjects: [] };
  const { unavailable, broken } = prepared;
  const subjects = group.subjects.filter((id) => !unavailable.has(id) && !broken.has(id));
  return { ...group, subjects };
}

function isFinished(
  finished: readonly JournalBlock[],
  { suite }: PreparedSuite,
  group: PlannedGroup,
  block: number,
): boolean {
  return finished.some(
    (entry) => entry.suite === suite.id && entry.group === group.key && entry.block === block,
  );
}

function markFailed(failed: Set<string>, { suite, group, failures }: JournalBlock): void {
  for (const { subject } of failures) failed.add(`${suite}/${group}/${subject}`);
}
