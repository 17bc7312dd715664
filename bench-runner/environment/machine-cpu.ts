import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** CPU time of the whole machine since boot, summed over its processors, in seconds. */
export interface MachineCpu {
  busy: number;
  /** Time the hypervisor gave to others while a processor here had work; null where it is not told. */
  steal: number | null;
  /** Busy, idle and stolen time together. */
  total: number;
}

const ticksPerSecond = 100;

/** Reads the machine's CPU time: from `/proc/stat` on Linux, from the `os` module elsewhere. */
export function readMachineCpu(): MachineCpu {
  if (process.platform === 'linux') return parseProcStat(readFileSync('/proc/stat', 'latin1'));
  return sumProcessors(cpus().map((processor) => processor.times));
}

/**
 * Parses the first line of `/proc/stat` (proc_stat(5)): user, nice, system, idle, iowait, irq,
 * softirq, steal in ticks. Guest time is part of user time already. Waiting for a disk is idle time.
 * @throws SyntaxError if there is no such line.
 */
export function parseProcStat(text: string): MachineCpu {
  const line = /^cpu +(.+)$/m.exec(text)?.[1];
  const ticks = line?.split(/\s+/).map(Number) ?? [];
  if (ticks.length < 4 || ticks.some(Number.isNaN)) {
    throw new SyntaxError('expected a line "cpu" with at least four figures in /proc/stat');
  }
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0] = ticks;
  const steal = ticks[7];
  const busy = user + nice + system + irq + softirq;
  return {
    busy: busy / ticksPerSecond,
    steal: steal === undefined ? null : steal / ticksPerSecond,
    total: (busy + idle + iowait + (steal ?? 0)) / ticksPerSecond,
  };
}

/** Sums the times of `os.cpus()`, which are in ms. */
export function sumProcessors(
  processors: readonly { user: number; nice: number; sys: number; idle: number; irq: number }[],
): MachineCpu {
  let busy = 0;
  let idle = 0;
  for (const times of processors) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy: busy / 1000, steal: null, total: (busy + idle) / 1000 };
}

/**
 * What others used between two readings, given the CPU seconds that are not theirs, as shares of
 * all processors from 0 to 1. Readings come in steps of 10 ms, so small differences are rounded.
 */
export function cpuShares(
  before: MachineCpu,
  after: MachineCpu,
  ownCpuSeconds: number,
): { foreignCpuShare: number; stealShare: number | null } {
  const total = after.total - before.total;
  const share = (seconds: number) => (total > 0 ? Math.min(1, Math.max(0, seconds / total)) : 0);
  return {
    foreignCpuShare: share(after.busy - before.busy - ownCpuSeconds),
    stealShare:
      before.steal === null || after.steal === null ? null : share(after.steal - before.steal),
  };
}
