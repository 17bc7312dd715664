import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseAuxiliaryVector } from './auxiliary-vector.ts';
import {
  type ProcessEntry,
  parsePeakResidentBytes,
  parseProcessStat,
  parsePsLines,
} from './process-entry.ts';

let kernelUnits: { ticksPerSecond: number; pageBytes: number } | undefined;

function unitsOfKernel() {
  kernelUnits ??= parseAuxiliaryVector(readAuxiliaryVector());
  return kernelUnits;
}

function readAuxiliaryVector(): Buffer {
  try {
    return readFileSync('/proc/self/auxv');
  } catch {
    return Buffer.alloc(0);
  }
}

/** Ids of the running processes this user can see, from `/proc` (Linux only). */
export function listProcessIds(): number[] {
  const ids: number[] = [];
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    if (id > 0) ids.push(id);
  }
  return ids;
}

/** One process from `/proc/<pid>/stat` (Linux only); undefined once it is gone. */
export function readProcess(pid: number): ProcessEntry | undefined {
  try {
    return parseProcessStat(readFileSync(`/proc/${pid}/stat`, 'latin1'), unitsOfKernel());
  } catch {
    return undefined;
  }
}

/**
 * CPU of a process in seconds from the scheduler's own figures, which count in nanoseconds where
 * those of `readProcess` count in ticks of 10 ms; the latter where the kernel does not tell them
 * (Linux only). Threads that have ended are missing from the scheduler's figures, so what lies
 * further from the ticks than they can be wrong is not used.
 */
export function readFineCpuSeconds({ pid, ownCpuSeconds }: ProcessEntry): number {
  let nanoseconds = 0;
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      nanoseconds += parseInt(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1'), 10);
    }
  } catch {
    return ownCpuSeconds;
  }
  const seconds = nanoseconds / 1e9;
  // User and system time are each cut to whole ticks, and time passes between the two readings.
  return Math.abs(seconds - ownCpuSeconds) < 3 / unitsOfKernel().ticksPerSecond
    ? seconds
    : ownCpuSeconds;
}

/** The largest resident memory of a process since its start, in bytes (Linux only). */
export function readPeakResidentBytes(pid: number): number | undefined {
  try {
    return parsePeakResidentBytes(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** Arguments that make `ps` print what `parsePsLines` reads, on Linux, macOS and the BSDs. */
export const psArguments = ['-A', '-o', 'pid=,ppid=,pgid=,stat=,rss=,time='] as const;

/** Every process on the machine: from `/proc` on Linux, from `ps` elsewhere. */
export function readProcessTable(): ProcessEntry[] {
  if (process.platform === 'linux') {
    return listProcessIds()
      .map(readProcess)
      .filter((entry) => entry !== undefined);
  }
  return parsePsLines(execFileSync('ps', psArguments, { encoding: 'utf8' }));
}
