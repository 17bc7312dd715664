import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../process/run-command.ts';

/** Place of a line such as ` 5432001 3` in PostgreSQL's `postmaster.pid`: key and id. */
const sharedMemoryLine = 6;

/**
 * Removes the System V segment, of some bytes, that a PostgreSQL leaves which was ended by SIGKILL
 * (Linux only). It is told by key and id in the server's own file, and only one that nobody uses
 * any more is removed. Never throws.
 */
export async function removeSharedMemory(dataFolder: string): Promise<void> {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'latin1').split('\n');
    const [key, id] = (lines[sharedMemoryLine] ?? '').trim().split(/\s+/);
    const segments = readFileSync('/proc/sysvipc/shm', 'latin1').split('\n').slice(1);
    const segment = segments.map((line) => line.trim().split(/\s+/)).find((each) => each[1] === id);
    // Columns: key, shmid, perms, size, creator's pid, last pid, processes attached (proc_sysvipc(5)).
    if (id && segment?.[0] === String(Number(key) | 0) && segment[6] === '0') {
      await runCommand(['ipcrm', '-m', id], { timeoutMs: 5_000 });
    }
  } catch {
    // No such file, no ipcrm, or no /proc: nothing that could be removed.
  }
}
