import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromSystem, LogError } from './errors.ts';

const lockName = '.lock';
const attempts = 20;

/** A folder that only this holder writes to. */
export interface FolderLock {
  /** The machine stopped while an earlier holder had the folder. */
  machineStopped: boolean;
  release(): void;
}

interface Holder {
  pid: number;
  /** Start of the process in ticks since boot, which tells a pid used again from the old one. */
  startedAt: number | null;
  /** Changes when the machine starts; null where the system does not tell. */
  boot: string | null;
  token: string;
}

/**
 * Takes a folder for writing by a file that names the holder. The lock of a process that has ended
 * is taken over.
 *
 * @throws LogError `locked` while another process or thread has it.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, lockName);
  const holder: Holder = {
    pid: process.pid,
    startedAt: startOf(process.pid),
    boot: bootId(),
    token: randomUUID(),
  };
  const text = JSON.stringify(holder);
  let machineStopped = false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (create(path, text)) {
      return { machineStopped, release: () => release(path, text) };
    }
    const found = readLock(path);
    if (found === undefined) continue;
    const other = parseHolder(found);
    if (other && isRunning(other, holder)) {
      throw new LogError(
        'locked',
        `${folder} is open for writing in process ${other.pid}: close it there, or open it here with readOnly`,
      );
    }
    if (takeAway(path, found)) {
      machineStopped = other === undefined || other.boot !== holder.boot;
    }
  }
  throw new LogError('locked', `${folder} was locked by others ${attempts} times in a row`);
}

/** Makes the lock with its content at once, so that nobody reads half of it. */
function create(path: string, text: string): boolean {
  const own = `${path}.${randomUUID()}`;
  try {
    writeFileSync(own, text, { flag: 'wx' });
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fromSystem(error, `lock ${path}`);
  } finally {
    rmSync(own, { force: true });
  }
}

function release(path: string, text: string): void {
  if (readLock(path) === text) rmSync(path, { force: true });
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fromSystem(error, `read ${path}`);
  }
}

/** Moves a lock away whose holder has ended; puts it back if it is meanwhile another's. */
function takeAway(path: string, stale: string): boolean {
  const away = `${path}.${randomUUID()}`;
  try {
    renameSync(path, away);
    if (readLock(away) === stale) return true;
    linkSync(away, path);
    return false;
  } catch {
    // Somebody else was faster; the next attempt sees what there is then.
    return false;
  } finally {
    rmSync(away, { force: true });
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, startedAt, boot, token } = JSON.parse(text);
    return Number.isInteger(pid) && pid > 0 ? { pid, startedAt, boot, token } : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(other: Holder, self: Holder): boolean {
  if (other.boot !== self.boot) return false;
  if (other.pid === self.pid) return other.startedAt === self.startedAt;
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return other.startedAt === null || startOf(other.pid) === other.startedAt;
}

/** Field 22 of `/proc/<pid>/stat` (proc_pid_stat(5)); null where the system has none. */
function startOf(pid: number): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return null;
  }
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return null;
  }
}
