import { readFileSync } from 'node:fs';
import { findProgram } from './find-program.ts';

/** Processors that parts of a measurement are kept on, as lists such as `0` and `1-3`. */
export interface Placement {
  /** The server under test has this one for itself. */
  server: string;
  /** The load generator, the services and this program share these. */
  others: string;
}

/**
 * Where to put a server and everything else, so that they do not compete; null where there is one
 * processor, or no `taskset` (Linux, util-linux) to do it.
 */
export async function planPlacement(): Promise<Placement | null> {
  if (process.platform !== 'linux' || !(await findProgram('taskset'))) return null;
  const status = readFileSync('/proc/self/status', 'latin1');
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(status)?.[1];
  const [server, ...others] = list ? expandProcessorList(list) : [];
  return server === undefined || others.length === 0
    ? null
    : { server: String(server), others: others.join(',') };
}

/** The numbers in a list such as `0-3,8` (cpuset(7)); empty if it is no such list. */
export function expandProcessorList(list: string): number[] {
  const numbers: number[] = [];
  for (const part of list.trim().split(',')) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (!range) return [];
    const first = Number(range[1]);
    const last = Math.min(Number(range[2] ?? range[1]), first + 4_096);
    for (let number = first; number <= last; number += 1) numbers.push(number);
  }
  return numbers;
}

/** A command that starts its program on these processors; the command itself without any. */
export function placed(argv: readonly string[], processors: string | undefined): string[] {
  return processors === undefined ? [...argv] : ['taskset', '-c', processors, ...argv];
}
