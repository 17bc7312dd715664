import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromSystem, LogError } from './errors.ts';

const lockName = '.lock';
const attempts = 20;
const pauseMs = 5;

/** A folder that only this holder writes to. */
export interface FolderLock {
  /** The machine stopped while an earlier holder had the folder, or had not synced all it wrote. */
  readonly machineStopped: boolean;
  /** Notes that what the stop of the machine left has been put right. */
  recovered(): void;
  /** @param unsynced Whether a stop of the machine could still take something that was written. */
  release(unsynced?: boolean): void;
}

interface Holder {
  /** 0 where nobody has the folder and only the rest is to be kept. */
  pid: number;
  /** Start of the process in ticks since boot, which tells a pid used again from the old one. */
  startedAt: number | null;
  /** Changes when the machine starts; null where the system does not tell. */
  boot: string | null;
  /** False until what a stop of the machine left has been put right. */
  recovered: boolean;
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
    recovered: true,
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (create(path, JSON.stringify(holder))) return heldLock(path, holder);
    const found = readLock(path);
    if (found === undefined) continue;
    const other = parseHolder(found);
    if (other && isRunning(other, holder)) {
      throw new LogError(
        'locked',
        `${folder} is open for writing in process ${other.pid}: close it there, or open it here with readOnly`,
      );
    }
    const recovered = other?.recovered === true && other.boot === holder.boot;
    if (takeOver(path, found, { ...holder, recovered })) {
      return heldLock(path, { ...holder, recovered });
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
  throw new LogError('locked', `${folder} was locked by others ${attempts} times in a row`);
}

function heldLock(path: string, taken: Holder): FolderLock {
  let holder = taken;
  return {
    machineStopped: !taken.recovered,
    recovered() {
      if (holder.recovered) return;
      const recovered = { ...holder, recovered: true };
      replace(path, JSON.stringify(recovered));
      holder = recovered;
    },
    release(unsynced = false) {
      try {
        if (readLock(path) !== JSON.stringify(holder)) return;
        if (unsynced || !holder.recovered) {
          replace(path, JSON.stringify({ ...holder, pid: 0, startedAt: null }));
          return;
        }
      } catch {
        // Without a descriptor or space: a lock that stays would shut out this process itself.
      }
      rmSync(path, { force: true });
    },
  };
}

/** Puts other content in the place of the lock, at once. */
function replace(path: string, text: string): void {
  const own = `${path}.${randomUUID()}`;
  try {
    writeFileSync(own, text, { flag: 'wx' });
    renameSync(own, path);
  } catch (error) {
    rmSync(own, { force: true });
    throw fromSystem(error, `write ${path}`);
  }
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

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fromSystem(error, `read ${path}`);
  }
}

/**
 * Puts a lock in the place of one whose holder has ended. Who does so first claims the old lock by a
 * file named after its content, so that none replaces the lock that another has meanwhile put there;
 * the claim of a process that ended is claimed in the same way. A claim that comes late finds that
 * the lock is another one.
 */
function takeOver(path: string, stale: string, holder: Holder): boolean {
  const text = JSON.stringify(holder);
  const claims: string[] = [];
  let claimed = stale;
  for (let dead = 0; dead < attempts; dead += 1) {
    const claim = `${path}.${createHash('sha256').update(claimed).digest('hex').slice(0, 32)}`;
    claims.push(claim);
    if (create(claim, text)) {
      try {
        if (readLock(path) !== stale) return false;
        replace(path, text);
        return true;
      } finally {
        for (const each of claims) rmSync(each, { force: true });
      }
    }
    const other = readLock(claim);
    const claimer = other === undefined ? undefined : parseHolder(other);
    if (other === undefined || (claimer && isRunning(claimer, holder))) return false;
    claimed = other;
  }
  return false;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, startedAt, boot, recovered, token } = JSON.parse(text);
    if (!Number.isInteger(pid) || pid < 0) return undefined;
    return { pid, startedAt, boot, recovered: recovered !== false, token };
  } catch {
    return undefined;
  }
}

function isRunning(other: Holder, self: Holder): boolean {
  if (other.pid === 0 || other.boot !== self.boot) return false;
  if (other.pid === self.pid) {
    return other.startedAt === self.startedAt || self.startedAt === null;
  }
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return other.startedAt === null || startOf(other.pid) === other.startedAt;
}

/** Field 22 of `/proc/<pid>/stat` (proc_pid_stat(5)); null where the system has none. */
function startOf(pid: number): number | null {
  const line = readSystemFile(`/proc/${pid}/stat`);
  if (line === undefined) return null;
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[19]);
}

function bootId(): string | null {
  return readSystemFile('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

/** @throws LogError where a lack of descriptors hides what the system would tell. */
function readSystemFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    const failure = fromSystem(error, `read ${path}`);
    if (failure.code === 'too-many-open-files') throw failure;
    return undefined;
  }
}
