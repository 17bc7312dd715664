import type { Workload } from '../../define/workload.ts';
import type { Stage } from '../trial-failure.ts';
import { timedBatch } from './batch.ts';
import { CpuClock } from './cpu-clock.ts';
import type { ThreadProfile, TrialOutcome } from './protocol.ts';
import type { SampledProfile } from './record-profile.ts';
import { warmUp } from './run-trial.ts';
import { timerOverheadNs } from './timer.ts';

/** A thread or process whose samples are taken. */
export interface ProfiledThread {
  /** What it is called beside others, such as `(thread producer)`. */
  name: string;
  start(): Promise<void>;
  /** What was seen since the start; null where the thread has ended meanwhile. */
  stop(): Promise<SampledProfile | null>;
}

/** Batches after which a profile ends even if they took no time. */
const mostBatches = 10_000;

/**
 * One trial of a prepared workload for the sake of its profile: check, warm up, sample batches for
 * `profileMs`, check again. What prepares batches is left out. It yields no samples of metrics:
 * sampling slows down what it looks at.
 *
 * @param threads Those that run when sampling begins, asked anew after each pause.
 */
export async function profileTrial(
  workload: Workload,
  bounds: { warmUpMs: number; profileMs: number },
  threads: () => readonly ProfiledThread[],
  enter: (stage: Stage) => void,
): Promise<TrialOutcome> {
  enter('check');
  await workload.check();

  enter('warm-up');
  const timerNs = timerOverheadNs();
  const recording = new Recording(threads);
  const run = timedBatch(workload, new PausingClock(recording));
  const { profileMs, warmUpMs } = bounds;
  const warm = await warmUp(run, timerNs, { warmUpMs, measureMs: profileMs });

  enter('measure');
  workload.reset?.();
  await recording.start();
  let elapsedNs = 0;
  let batches = 0;
  do {
    elapsedNs += await run(warm.count);
    batches += 1;
  } while (elapsedNs < profileMs * 1e6 && batches < mostBatches);
  await recording.stop();

  enter('check-again');
  await workload.check();
  return {
    samples: {},
    steady: warm.steady,
    batchNs: elapsedNs / batches,
    timerNs,
    profiles: recording.profiles,
  };
}

/** The profiles of all threads, in as many pieces as there are pauses. */
class Recording {
  readonly profiles: ThreadProfile[] = [];
  readonly #threads: () => readonly ProfiledThread[];
  #started: readonly ProfiledThread[] = [];

  constructor(threads: () => readonly ProfiledThread[]) {
    this.#threads = threads;
  }

  get runs(): boolean {
    return this.#started.length > 0;
  }

  async start(): Promise<void> {
    this.#started = this.#threads();
    await Promise.all(this.#started.map((thread) => thread.start()));
  }

  async stop(): Promise<void> {
    const stopping = this.#started;
    this.#started = [];
    const profiles = await Promise.all(stopping.map((thread) => thread.stop()));
    for (const [index, { name }] of stopping.entries()) {
      const profile = profiles[index];
      if (profile) this.profiles.push({ thread: name, profile });
    }
  }
}

/** Pauses a recording where time and CPU of a batch are not counted. */
class PausingClock extends CpuClock {
  readonly #recording: Recording;

  constructor(recording: Recording) {
    super();
    this.#recording = recording;
  }

  override async leaveOut(work: () => void | Promise<void>): Promise<void> {
    if (!this.#recording.runs) return super.leaveOut(work);
    await this.#recording.stop();
    await super.leaveOut(work);
    await this.#recording.start();
  }
}
