import type { Caveat } from '../results/caveat.ts';
import { cpuSteal } from './cpu-steal.ts';
import { foreignCpu } from './foreign-cpu.ts';
import { timerResolution } from './timer-resolution.ts';
import { unsteadyWarmUp } from './unsteady-warm-up.ts';
import { writeback } from './writeback.ts';

/** What is known about one trial when it has been taken. */
export interface ObservedTrial {
  steady: boolean;
  /** Mean length of a measured batch, in ns; null where a foreign program timed itself. */
  batchNs: number | null;
  /** What the timer readings around a batch may be off by, in ns; null as above. */
  timerNs: number | null;
  /** Shares of all processors, 0 to 1; steal is null where it is not told. */
  foreignCpuShare: number;
  stealShare: number | null;
  foreignCpuGate: number;
  /** File data that waited for the disk, as a share of where writers are held up; null as above. */
  peakDirtyShare: number | null;
}

/** The caveats in force for a trial, in a fixed order. */
export function trialCaveats(trial: ObservedTrial): Caveat[] {
  return [
    foreignCpu(trial.foreignCpuShare, trial.foreignCpuGate),
    cpuSteal(trial.stealShare),
    unsteadyWarmUp(trial.steady),
    timerResolution(trial.batchNs, trial.timerNs),
    writeback(trial.peakDirtyShare),
  ].filter((caveat) => caveat !== null);
}
