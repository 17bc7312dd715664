import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessEntry } from './process-entry.ts';
import { readProcessTable } from './process-table.ts';

const pollMs = 20;
const killWaitMs = 2_000;

/** A process and everything started below it or in its group, as the table shows it. */
export function treeOf(root: number, table: readonly ProcessEntry[]): ProcessEntry[] {
  const members = new Set<number>();
  for (const entry of table) {
    if (entry.pid === root || entry.group === root) members.add(entry.pid);
  }
  let size: number;
  do {
    size = members.size;
    for (const entry of table) if (members.has(entry.parent)) members.add(entry.pid);
  } while (members.size > size);
  members.delete(process.pid);
  return table.filter((entry) => members.has(entry.pid));
}

/**
 * Ends a process with its descendants and its process group: SIGTERM, then SIGKILL to what is left
 * after `graceMs` (0 kills at once). Resolves when none of them runs any more.
 * @throws if something survives SIGKILL for 2 s, naming the processes.
 */
export async function endTree(pid: number, graceMs = 1_000): Promise<void> {
  const known = new Map<number, number>();
  const living = () => {
    const table = readProcessTable();
    for (const entry of treeOf(pid, table)) known.set(entry.pid, entry.startedAt);
    // Those whose parent has ended are no longer below the root, so they are looked for by name.
    return table.filter((entry) => entry.state !== 'Z' && known.get(entry.pid) === entry.startedAt);
  };

  let left = living();
  if (graceMs > 0) {
    for (const entry of left) send(entry.pid, 'SIGTERM');
    left = await waitUntilGone(living, graceMs);
  }
  const deadline = performance.now() + killWaitMs;
  while (left.length > 0) {
    for (const entry of left) send(entry.pid, 'SIGKILL');
    left = await waitUntilGone(living, 5 * pollMs);
    if (left.length > 0 && performance.now() > deadline) {
      const pids = left.map((entry) => entry.pid).join(' ');
      throw new Error(
        `Processes ${pids} still run after SIGKILL. They may hang in the kernel or belong to another user; see "ps -o pid,stat,wchan,args -p ${pids.replaceAll(' ', ',')}".`,
      );
    }
  }
}

async function waitUntilGone(living: () => ProcessEntry[], forMs: number): Promise<ProcessEntry[]> {
  const deadline = performance.now() + forMs;
  let left = living();
  while (left.length > 0 && performance.now() < deadline) {
    await pause(pollMs);
    left = living();
  }
  return left;
}

/** Kills a process with its descendants and its group at once, without waiting. Never throws. */
export function killTreeNow(pid: number): void {
  try {
    for (const entry of treeOf(pid, readProcessTable())) send(entry.pid, 'SIGKILL');
  } catch {
    send(-pid, 'SIGKILL');
    send(pid, 'SIGKILL');
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime, or it is not ours to end: the caller looks again.
  }
}
