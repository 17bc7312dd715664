import { readFileSync } from 'node:fs';

/**
 * What the lock of a process says that has ended without removing it. No process has its number:
 * Linux gives none above 2^22.
 *
 * @param boot Which start of the machine it ran under; null where the system does not tell.
 * @param recovered Whether it had put right what an earlier stop of the machine left.
 */
export function endedProcess(boot: string | null, recovered = true): string {
  return JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 1, boot, recovered, token: 'ended' });
}

/** Which start of the machine this is; null where the system does not tell. */
export function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return null;
  }
}
