import { readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { listProcessIds } from '../../process/process-table.ts';

const waitMs = 5_000;
const pollMs = 50;

/** A program at work in a folder of its own. */
export const Workplace = z.strictObject({ program: z.string(), folder: z.string() });
export type Workplace = z.infer<typeof Workplace>;

/**
 * Processes that run this very program with this very working folder (Linux only; elsewhere none
 * can be told). Each process of PostgreSQL has a session of its own: once the first of them has been
 * killed, only the folder they work in tells whose the others are.
 */
export function processesAt({ program, folder }: Workplace): number[] {
  if (process.platform !== 'linux') return [];
  return listProcessIds().filter(
    (pid) => target(`/proc/${pid}/cwd`) === folder && target(`/proc/${pid}/exe`) === program,
  );
}

/**
 * Kills those processes and waits until they are gone.
 * @throws Error if one is left after 5 s.
 */
export async function endProcessesAt(workplace: Workplace): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (let left = processesAt(workplace); left.length > 0; left = processesAt(workplace)) {
    if (performance.now() > deadline) {
      throw new Error(
        `Processes ${left.join(' ')} still work in ${workplace.folder} after SIGKILL. They may hang in the kernel; see "ps -o pid,stat,wchan,args -p ${left.join(',')}".`,
      );
    }
    for (const pid of left) kill(pid);
    await pause(pollMs);
  }
}

/** Kills those processes at once, without waiting. */
export function killProcessesAt(workplace: Workplace): void {
  for (const pid of processesAt(workplace)) kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}

function target(link: string): string | undefined {
  try {
    return readlinkSync(link).replace(/ \(deleted\)$/, '');
  } catch {
    return undefined;
  }
}
