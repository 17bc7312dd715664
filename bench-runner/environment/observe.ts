import { cpuShares, readMachineCpu } from './machine-cpu.ts';
import { LinuxTreeReader, ProcessTree, readByPs } from './process-tree.ts';

/** What a process says of itself just before it ends, when it can no longer be looked at. */
export interface SelfReport {
  /** Its own CPU since its start, in seconds, without its children. */
  cpuSeconds: number;
  /** Its own largest resident memory, in bytes. */
  peakResidentBytes: number;
}

/** What a process tree used, and what the rest of the machine did meanwhile. */
export interface Observed {
  /** CPU of the process and its descendants, in seconds. */
  cpuSeconds: number;
  /** Largest resident memory of all of them together, in bytes. */
  peakResidentBytes: number;
  /** CPU used by neither them nor this process, as a share of all processors, 0 to 1. */
  foreignCpuShare: number;
  /** CPU time the hypervisor withheld, as a share of all processors; null where it is not told. */
  stealShare: number | null;
}

export interface Observation {
  /** Ends the observation; further calls give the first one's result. */
  stop(selfReport?: SelfReport): Promise<Observed>;
}

const intervalMs = process.platform === 'linux' ? 50 : 500;
/** A sample may use a fiftieth of the time between samples: on a busy machine they get rarer. */
const restPerCost = 50;

/**
 * Observes a process and its descendants until `stop`, about every 50 ms on Linux and every 500 ms
 * elsewhere. Figures are those since this call. The process may have ended before `stop`: what was
 * seen last is kept, and a self-report fills in what it used after that.
 */
export function observe(rootPid: number): Observation {
  const machineBefore = readMachineCpu();
  const selfBefore = process.cpuUsage();
  const tree = new ProcessTree(rootPid);
  const sample = process.platform === 'linux' ? linuxSampler(tree, rootPid) : psSampler(tree);
  let stopped: Promise<Observed> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const next = async () => {
    const started = performance.now();
    await sample();
    const cost = performance.now() - started;
    if (!stopped) timer = setTimeout(next, Math.max(intervalMs, restPerCost * cost)).unref();
  };
  let pending = next();

  async function finish(selfReport: SelfReport | undefined): Promise<Observed> {
    clearTimeout(timer);
    await pending;
    pending = sample();
    await pending;
    const { cpuSeconds, peakResidentBytes } = withReport(tree, selfReport);
    const self = process.cpuUsage(selfBefore);
    const selfSeconds = (self.user + self.system) / 1e6;
    return {
      cpuSeconds,
      peakResidentBytes,
      ...cpuShares(machineBefore, readMachineCpu(), cpuSeconds + selfSeconds),
    };
  }

  return {
    stop(selfReport) {
      stopped ??= finish(selfReport);
      return stopped;
    },
  };
}

function withReport(tree: ProcessTree, report: SelfReport | undefined) {
  const { cpuSeconds, peakResidentBytes } = tree.usage;
  if (!report) return { cpuSeconds, peakResidentBytes };
  const unseen = Math.max(0, report.cpuSeconds - tree.rootOwnSeconds);
  return {
    cpuSeconds: cpuSeconds + unseen,
    peakResidentBytes: Math.max(peakResidentBytes, Math.round(report.peakResidentBytes)),
  };
}

function linuxSampler(tree: ProcessTree, rootPid: number): () => Promise<void> {
  const reader = new LinuxTreeReader();
  return async () => tree.update(reader.read(tree, rootPid));
}

/** `ps` and its own CPU cost are part of this process' tree, not of the one observed. */
function psSampler(tree: ProcessTree): () => Promise<void> {
  return async () => {
    const entries = await readByPs();
    if (entries.length > 0) tree.update(entries);
  };
}
