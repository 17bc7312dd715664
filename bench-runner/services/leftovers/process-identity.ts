import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { readProcess } from '../../process/process-table.ts';

export const ProcessIdentity = z.strictObject({
  pid: z.int().positive(),
  /** When it started, as the system tells it: a pid that was given anew has another start. */
  start: z.string(),
});
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

/** The process that has this pid now; undefined where none does. */
export function identify(pid: number): ProcessIdentity | undefined {
  const start = process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
  return start === undefined ? undefined : { pid, start };
}

/** Whether the very process still runs: same pid, same start. */
export function stillRuns({ pid, start }: ProcessIdentity): boolean {
  return identify(pid)?.start === start;
}

/** Where a pid means something: a machine, its boot and, in a container, its process namespace. */
export const PidSpace = z.strictObject({
  /** Hash of the machine's name, since a folder may be shared by several. */
  machine: z.string(),
  boot: z.string(),
  namespace: z.string(),
});
export type PidSpace = z.infer<typeof PidSpace>;

/** Where this program's pids mean something. */
export function pidSpace(): PidSpace {
  return {
    machine: createHash('sha256').update(hostname()).digest('hex').slice(0, 16),
    boot: orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: orEmpty(() => readlinkSync('/proc/self/ns/pid')),
  };
}

function linuxStart(pid: number): string | undefined {
  const entry = readProcess(pid);
  return entry && entry.state !== 'Z' ? String(entry.startedAt) : undefined;
}

function psStart(pid: number): string | undefined {
  try {
    const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const;
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], options).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

/** Where the system has no such file, there is nothing to tell apart by it. */
function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
