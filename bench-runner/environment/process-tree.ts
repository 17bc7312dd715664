import type { ProcessEntry } from '../process/process-entry.ts';

const twoTicks = 0.02 + 1e-9;

export interface TreeUsage {
  /** CPU of the tree since the first sample that held it, ended members included, in seconds. */
  cpuSeconds: number;
  /**
   * Largest sum of the members' resident memory seen in one sample, or the peak of a single member
   * where that is larger, in bytes.
   */
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
  #residentBytes = 0;
  #peakResidentBytes = 0;
  #lastRoot: ProcessEntry | undefined;

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
      this.#peakResidentBytes = Math.max(this.#peakResidentBytes, member.peakResidentBytes ?? 0);
    }
    this.#lastRoot = this.#members.get(this.#root) ?? this.#lastRoot;
    if (this.#baseSeconds === undefined && this.#members.size > 0) this.#baseSeconds = seconds;
    this.#cpuSeconds = Math.max(this.#cpuSeconds, seconds - (this.#baseSeconds ?? 0));
    this.#residentBytes = residentBytes;
    this.#peakResidentBytes = Math.max(this.#peakResidentBytes, residentBytes);
  }

  /** Resident memory of the members in the last sample, in bytes. */
  get residentBytes(): number {
    return this.#residentBytes;
  }

  has(pid: number): boolean {
    return this.#members.has(pid);
  }

  /** Once the root has ended: its parent, and its CPU with that of its ended children, as last seen. */
  get rootEnded(): { parent: number; seconds: number } | null {
    if (!this.#lastRoot || this.#members.has(this.#root)) return null;
    const { parent, ownCpuSeconds, endedChildrenCpuSeconds } = this.#lastRoot;
    return { parent, seconds: ownCpuSeconds + endedChildrenCpuSeconds };
  }

  get usage(): TreeUsage {
    return { cpuSeconds: this.#cpuSeconds, peakResidentBytes: this.#peakResidentBytes };
  }

  /** CPU of the root alone as last seen, since its start, in seconds. */
  get rootOwnSeconds(): number {
    return this.#lastRoot?.ownCpuSeconds ?? 0;
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
