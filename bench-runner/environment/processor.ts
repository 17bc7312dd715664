import { availableParallelism, cpus } from 'node:os';
import { systemFile } from './system-file.ts';

/**
 * Name of the processor: what `os.cpus()` says, or on ARM, where that is often nothing, the board or
 * the implementer and part numbers of `/proc/cpuinfo`.
 */
export function nameProcessor(
  model: string | undefined,
  cpuinfo: string | null,
  board: string | null,
): string {
  const named = model?.trim();
  if (named && named.toLowerCase() !== 'unknown') return named;
  const field = (name: string) =>
    new RegExp(`^${name}\\s*:\\s*(.+)$`, 'im').exec(cpuinfo ?? '')?.[1]?.trim();
  const listed = field('model name') ?? field('Hardware');
  if (listed) return listed;
  if (board) return board.replaceAll('\0', '');
  const implementer = field('CPU implementer');
  const part = field('CPU part');
  return implementer && part ? `ARM implementer ${implementer} part ${part}` : 'unknown';
}

/** Name of this machine's processor. */
export function processorName(): string {
  return nameProcessor(
    cpus()[0]?.model,
    systemFile('/proc/cpuinfo'),
    systemFile('/proc/device-tree/model'),
  );
}

/** Number of processors in a list such as `0-3,8,10-11` (cpuset(7)); null if it is no such list. */
export function countProcessorList(list: string): number | null {
  let count = 0;
  for (const part of list.trim().split(',')) {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (!range) return null;
    count += Number(range[2] ?? range[1]) - Number(range[1]) + 1;
  }
  return count;
}

/** Logical processors this process may be scheduled on; a cgroup's quota is told apart. */
export function usableProcessors(): number {
  const allowed = /^Cpus_allowed_list:\s*(.+)$/m.exec(systemFile('/proc/self/status') ?? '')?.[1];
  const affinity = allowed === undefined ? null : countProcessorList(allowed);
  return Math.max(1, Math.min(availableParallelism(), affinity ?? Number.POSITIVE_INFINITY));
}

/** Scaling governor of the first processor; null where there is none to read. */
export function processorGovernor(): string | null {
  return systemFile('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor');
}
