import { availableParallelism } from 'node:os';
import { readProcess } from '../process/process-table.ts';
import { cpuShares, readMachineCpu } from './machine-cpu.ts';
import { ProcessTree } from './process-tree.ts';
import { LinuxTreeReader, readByPs } from './tree-reader.ts';
import { readDirtyShare } from './writeback.ts';

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
  /** Largest share of `readDirtyShare`, of the whole machine; null where it is not told. */
  peakDirtyShare: number | null;
}

export interface Observation {
  /** Ends the observation; further calls give the first one's result. */
  stop(selfReport?: SelfReport): Promise<Observed>;
}

export interface ObserveOptions {
  /** CPU since the observation began of processes that work for the measurement, in seconds. */
  companionSeconds?: () => number | Promise<number>;
  /** Told at each sample the resident memory of the tree, in bytes. */
  onSample?: (residentBytes: number) => void;
}

const intervalMs = process.platform === 'linux' ? 50 : 500;
/** A sample may use a fiftieth of the time between samples: with many processes they get rarer. */
const restPerCost = 50;
const twoTicks = 0.02;

/**
 * Observes a process and its descendants until `stop`, about every 50 ms on Linux and every 500 ms
 * elsewhere. Figures are those since this call. The process may have ended before `stop`: what was
 * seen last is kept, and what it used after that is known where it was a child of this process (on
 * Linux) or reports of itself.
 */
export function observe(rootPid: number, options: ObserveOptions = {}): Observation {
  const machineBefore = readMachineCpu();
  const selfBefore = process.cpuUsage();
  const endedBefore = endedChildrenSeconds();
  const tree = new ProcessTree(rootPid);
  const sample = process.platform === 'linux' ? linuxSampler(tree, rootPid) : psSampler(tree);
  let stopped: Promise<Observed> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastSample = performance.now();
  let cheapest = Number.POSITIVE_INFINITY;
  let unseenSeconds: number | undefined;
  let peakDirtyShare: number | null = null;
  const take = async () => {
    const sinceLastSample = (performance.now() - lastSample) / 1000;
    await sample();
    lastSample = performance.now();
    options.onSample?.(tree.residentBytes);
    const dirtyShare = readDirtyShare();
    if (dirtyShare !== null) peakDirtyShare = Math.max(peakDirtyShare ?? 0, dirtyShare);
    // Told by the first sample without the root: later ones no longer say when it ended.
    if (tree.rootEnded) unseenSeconds ??= unseenOf(tree.rootEnded, endedBefore, sinceLastSample);
  };
  const takeLater = (delayMs: number) => {
    if (stopped) return;
    timer = setTimeout(() => {
      pending = takeAndGoOn();
    }, delayMs);
    timer.unref();
  };
  const takeAndGoOn = async () => {
    const started = performance.now();
    await take();
    // The cheapest: on a busy machine a sample takes longer because it has to wait.
    cheapest = Math.min(cheapest, performance.now() - started);
    takeLater(Math.max(intervalMs, restPerCost * cheapest));
  };
  // The first sample reads every process of the machine: its cost tells nothing of the others.
  let pending = take().then(() => takeLater(intervalMs));

  async function finish(selfReport: SelfReport | undefined): Promise<Observed> {
    clearTimeout(timer);
    await pending;
    await take();
    const { cpuSeconds, peakResidentBytes } = withReport(tree, unseenSeconds ?? 0, selfReport);
    const companionSeconds = (await options.companionSeconds?.()) ?? 0;
    const self = process.cpuUsage(selfBefore);
    const selfSeconds = (self.user + self.system) / 1e6;
    return {
      cpuSeconds,
      peakResidentBytes,
      peakDirtyShare,
      ...cpuShares(machineBefore, readMachineCpu(), cpuSeconds + selfSeconds + companionSeconds),
    };
  }

  return {
    stop(selfReport) {
      stopped ??= finish(selfReport);
      return stopped;
    },
  };
}

/** What a child of this process used after it was last seen, in seconds. */
function unseenOf(
  ended: { parent: number; seconds: number },
  endedBefore: number,
  sinceLastSample: number,
): number {
  if (ended.parent !== process.pid) return 0;
  const inherited = endedChildrenSeconds() - endedBefore - ended.seconds;
  // More than the processors can do since the last sample comes from other children.
  const possible = sinceLastSample * availableParallelism() + twoTicks;
  return inherited > 0 && inherited <= possible ? inherited : 0;
}

function withReport(tree: ProcessTree, unseen: number, report: SelfReport | undefined) {
  const { cpuSeconds, peakResidentBytes } = tree.usage;
  if (!report) return { cpuSeconds: cpuSeconds + unseen, peakResidentBytes };
  const reported = report.cpuSeconds - tree.rootOwnSeconds;
  return {
    cpuSeconds: cpuSeconds + Math.max(unseen, reported),
    peakResidentBytes: Math.max(peakResidentBytes, Math.round(report.peakResidentBytes)),
  };
}

/** CPU of this process' children that have ended, in seconds; 0 where the system does not tell. */
function endedChildrenSeconds(): number {
  if (process.platform !== 'linux') return 0;
  return readProcess(process.pid)?.endedChildrenCpuSeconds ?? 0;
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
