import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Place of a line such as ` 5432001 3` in PostgreSQL's `postmaster.pid`: key and id. */
const sharedMemoryLine = 6;

/**
 * Removes the System V segment, of some bytes, that a PostgreSQL leaves which was ended by SIGKILL
 * (Linux only). It is told by key and id in the server's own file, and only one that nobody uses
 * any more is removed; with `ending`, also one whose users have just been killed: the system frees it
 * with the last of them. Never throws.
 */
export function removeSharedMemory(dataFolder: string, ending = false): void {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'latin1').split('\n');
    const [key, id] = (lines[sharedMemoryLine] ?? '').trim().split(/\s+/);
    const segments = readFileSync('/proc/sysvipc/shm', 'latin1').split('\n').slice(1);
    const segment = segments.map((line) => line.trim().split(/\s+/)).find((each) => each[1] === id);
    // Columns: key, shmid, perms, size, creator's pid, last pid, processes attached (proc_sysvipc(5)).
    if (id && segment?.[0] === String(Number(key) | 0) && (ending || segment[6] === '0')) {
      execFileSync('ipcrm', ['-m', id], { timeout: 5_000, stdio: 'ignore' });
    }
  } catch {
    // No such file, no ipcrm, or no /proc: nothing that could be removed.
  }
}
