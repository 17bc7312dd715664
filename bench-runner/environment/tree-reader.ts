import { execFile } from 'node:child_process';
import { type ProcessEntry, parsePsLines } from '../process/process-entry.ts';
import {
  listProcessIds,
  psArguments,
  readFineCpuSeconds,
  readPeakResidentBytes,
  readProcess,
} from '../process/process-table.ts';
import type { ProcessTree } from './process-tree.ts';

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
      if (!entry) continue;
      if (pid === root || tree.has(pid)) entry.peakResidentBytes = readPeakResidentBytes(pid);
      entries.push(entry);
    }
    this.#remember(entries, tree, root);
    for (const entry of entries) {
      if (!this.#strangers.has(entry.pid)) entry.ownCpuSeconds = readFineCpuSeconds(entry);
    }
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
