import { execFile } from 'node:child_process';
import { type ProcessEntry, parsePsLines } from '../process/process-entry.ts';
import { listProcessIds, psArguments, readProcess } from '../process/process-table.ts';

const twoTicks = 0.02 + 1e-9;

export interface TreeUsage {
  /** CPU of the tree since the first sample that held it, ended members included, in seconds. */
  cpuSeconds: number;
  /** Largest sum of the members' resident memory seen in one sample, in bytes. */
  peakResidentBytes: number;
}

/**
 * Adds up what a process and its descendants use, sample by sample. CPU of a member that has ended
 * is not lost: its parent's count holds it if the parent waited for it, otherwise the last figure
 * seen is kept. A descendant stays a member after its parent has ended.
 */
export class ProcessTree {
  readonly #root: number;
  readonly #members = new Map<number, ProcessEntry>();
  #keptSeconds = 0;
  #baseSeconds: number | undefined;
  #cpuSeconds = 0;
  #peakResidentBytes = 0;
  #rootOwnSeconds = 0;

  constructor(root: number) {
    this.#root = root;
  }

  /**
   * Takes the state of the machine's processes; those outside the tree may be left out, members
   * that still run must not be.
   */
  update(entries: readonly ProcessEntry[]): void {
    const current = new Map(entries.map((entry) => [entry.pid, entry]));
    this.#dropEnded(current);
    this.#adopt(current);

    let seconds = this.#keptSeconds;
    let residentBytes = 0;
    for (const member of this.#members.values()) {
      seconds += member.ownCpuSeconds + member.endedChildrenCpuSeconds;
      residentBytes += member.residentBytes;
    }
    const root = this.#members.get(this.#root);
    if (root) this.#rootOwnSeconds = root.ownCpuSeconds;
    if (this.#baseSeconds === undefined && this.#members.size > 0) this.#baseSeconds = seconds;
    this.#cpuSeconds = Math.max(this.#cpuSeconds, seconds - (this.#baseSeconds ?? 0));
    this.#peakResidentBytes = Math.max(this.#peakResidentBytes, residentBytes);
  }

  has(pid: number): boolean {
    return this.#members.has(pid);
  }

  /** Whether the root or a descendant was running at the last update. */
  get running(): boolean {
    return this.#members.size > 0;
  }

  get usage(): TreeUsage {
    return { cpuSeconds: this.#cpuSeconds, peakResidentBytes: this.#peakResidentBytes };
  }

  /** CPU of the root alone as last seen, since its start, in seconds. */
  get rootOwnSeconds(): number {
    return this.#rootOwnSeconds;
  }

  #dropEnded(current: ReadonlyMap<number, ProcessEntry>): void {
    const ended = new Map<number, ProcessEntry>();
    for (const [pid, member] of this.#members) {
      if (current.get(pid)?.startedAt !== member.startedAt) ended.set(pid, member);
    }
    const spentBelow = new Map<number, number>();
    for (const member of ended.values()) {
      this.#members.delete(member.pid);
      const spent = member.ownCpuSeconds + member.endedChildrenCpuSeconds;
      const heir = nearestNotIn(ended, member.parent);
      if (this.#members.has(heir)) spentBelow.set(heir, (spentBelow.get(heir) ?? 0) + spent);
      else this.#keptSeconds += spent;
    }
    for (const [heir, spent] of spentBelow) {
      const before = this.#members.get(heir)?.endedChildrenCpuSeconds ?? 0;
      const gained = (current.get(heir)?.endedChildrenCpuSeconds ?? 0) - before;
      // A parent that never waits gains nothing; less than two ticks are a matter of rounding.
      const missing = spent - gained;
      if (missing > twoTicks) this.#keptSeconds += missing;
    }
  }

  #adopt(current: ReadonlyMap<number, ProcessEntry>): void {
    for (const pid of this.#members.keys()) this.#set(current.get(pid));
    if (!this.#members.has(this.#root) && this.#baseSeconds === undefined) {
      this.#set(current.get(this.#root));
    }
    let size: number;
    do {
      size = this.#members.size;
      for (const entry of current.values()) {
        if (!this.#members.has(entry.pid) && this.#members.has(entry.parent)) this.#set(entry);
      }
    } while (this.#members.size > size);
  }

  #set(entry: ProcessEntry | undefined): void {
    if (entry) this.#members.set(entry.pid, { ...entry });
  }
}

/** The first of a process' ancestors that is not among those given. */
function nearestNotIn(ended: ReadonlyMap<number, ProcessEntry>, pid: number): number {
  let ancestor = pid;
  for (let steps = 0; steps <= ended.size; steps += 1) {
    const next = ended.get(ancestor);
    if (!next) break;
    ancestor = next.parent;
  }
  return ancestor;
}

/**
 * Reads the members of a tree and what they have started since the last call. Only processes that
 * are new are looked at besides, so a reading costs little on a machine with many processes.
 */
export class LinuxTreeReader {
  readonly #strangers = new Set<number>();

  read(tree: ProcessTree, root: number): ProcessEntry[] {
    const entries: ProcessEntry[] = [];
    const running = new Set(listProcessIds());
    for (const pid of this.#strangers) if (!running.has(pid)) this.#strangers.delete(pid);
    for (const pid of running) {
      if (this.#strangers.has(pid)) continue;
      const entry = readProcess(pid);
      if (entry) entries.push(entry);
    }
    this.#remember(entries, tree, root);
    return entries;
  }

  /** A process outside the tree cannot get into it later, so it need not be read again. */
  #remember(entries: readonly ProcessEntry[], tree: ProcessTree, root: number): void {
    const inside = new Set<number>([root]);
    let size: number;
    do {
      size = inside.size;
      for (const entry of entries) {
        if (tree.has(entry.pid) || inside.has(entry.parent)) inside.add(entry.pid);
      }
    } while (inside.size > size);
    for (const { pid } of entries) if (!inside.has(pid)) this.#strangers.add(pid);
  }
}

/** Every process of the machine as `ps` tells it; empty where `ps` fails. */
export function readByPs(): Promise<ProcessEntry[]> {
  return new Promise((resolve) => {
    execFile('ps', [...psArguments], { maxBuffer: 16_000_000 }, (error, stdout) => {
      resolve(error ? [] : parsePsLines(stdout));
    });
  });
}
