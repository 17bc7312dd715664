import { posix } from 'node:path';
import type { Environment } from '../results/environment.ts';
import { systemFile } from './system-file.ts';

type Cgroup = Environment['cgroup'];
type ReadFile = (path: string) => string | null;

/** Version 1 writes the largest page-aligned number where there is no limit. */
const unlimitedBytes = 2 ** 62;

interface Mount {
  version: 1 | 2;
  path: string;
  /** The group that the mount point shows, `/` for the whole hierarchy. */
  root: string;
  controllers: string[];
}

/**
 * Limits of the control group this process is in: the tightest of the group and its ancestors.
 * `version` is that of the hierarchy which holds the cpu or memory controller.
 */
export function cgroupLimits(read: ReadFile = systemFile): Cgroup {
  const mounts = parseMounts(read('/proc/self/mountinfo') ?? '');
  const memberships = parseMemberships(read('/proc/self/cgroup') ?? '');
  const unified = mounts.find((mount) => mount.version === 2);
  const cpu = mounts.find((mount) => mount.controllers.includes('cpu')) ?? unified;
  const memory = mounts.find((mount) => mount.controllers.includes('memory')) ?? unified;
  const foldersOf = (mount: Mount, controller: string) =>
    groupFolders(mount, memberships.get(mount.version === 2 ? '' : controller) ?? '/');
  return {
    version: cpu?.version === 1 || memory?.version === 1 ? 1 : unified ? 2 : null,
    cpuLimit: cpu
      ? smallest(foldersOf(cpu, 'cpu').map((folder) => cpuLimit(folder, cpu.version, read)))
      : null,
    memoryLimitBytes: memory
      ? smallest(
          foldersOf(memory, 'memory').map((folder) => memoryLimit(folder, memory.version, read)),
        )
      : null,
  };
}

/** Control-group mounts of `/proc/self/mountinfo` (proc_pid_mountinfo(5)). */
function parseMounts(mountinfo: string): Mount[] {
  const mounts: Mount[] = [];
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const [, , , root, path] = before?.split(' ') ?? [];
    const [type, , options] = after?.split(' ') ?? [];
    if (!root || !path || (type !== 'cgroup' && type !== 'cgroup2')) continue;
    mounts.push({
      version: type === 'cgroup2' ? 2 : 1,
      path,
      root,
      controllers: type === 'cgroup' ? (options?.split(',') ?? []) : [],
    });
  }
  return mounts;
}

/** Group by controller from `/proc/self/cgroup`; the unified hierarchy has the empty controller. */
function parseMemberships(text: string): Map<string, string> {
  const memberships = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, controllers, group] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    for (const controller of controllers?.split(',') ?? []) {
      if (group) memberships.set(controller, group);
    }
  }
  return memberships;
}

/** Folders of a group and its ancestors under the mount point, the group's own first. */
function groupFolders(mount: Mount, group: string): string[] {
  const inside = mount.root !== '/' && group.startsWith(mount.root);
  let relative = inside ? group.slice(mount.root.length) : group;
  const folders: string[] = [];
  while (relative !== '' && relative !== '/' && !relative.startsWith('/..')) {
    folders.push(posix.join(mount.path, relative));
    relative = posix.dirname(relative);
  }
  return [...folders, mount.path];
}

function cpuLimit(folder: string, version: 1 | 2, read: ReadFile): number | null {
  const [quota, period] =
    version === 2
      ? (read(`${folder}/cpu.max`) ?? '').split(' ')
      : [read(`${folder}/cpu.cfs_quota_us`), read(`${folder}/cpu.cfs_period_us`)];
  // "max" (version 2) and -1 (version 1) stand for no limit.
  const limit = Number(quota ?? Number.NaN) / Number(period ?? Number.NaN);
  return limit > 0 && Number.isFinite(limit) ? limit : null;
}

function memoryLimit(folder: string, version: 1 | 2, read: ReadFile): number | null {
  const text = read(`${folder}/${version === 2 ? 'memory.max' : 'memory.limit_in_bytes'}`);
  const bytes = Number(text ?? Number.NaN);
  return bytes > 0 && bytes < unlimitedBytes ? Math.round(bytes) : null;
}

function smallest(limits: readonly (number | null)[]): number | null {
  const known = limits.filter((limit) => limit !== null);
  return known.length === 0 ? null : Math.min(...known);
}
