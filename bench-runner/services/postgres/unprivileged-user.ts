import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface User {
  uid: number;
  gid: number;
}

const candidates = ['postgres', 'nobody'];

/**
 * Who PostgreSQL runs as, since it refuses to run as root: `postgres` or `nobody`, whichever
 * `/etc/passwd` has first; undefined where this program is not run by root.
 * @throws Error where there is neither.
 */
export function unprivilegedUser(passwd = '/etc/passwd'): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync(passwd, 'utf8').split('\n');
  for (const name of candidates) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(`${passwd} has neither of the users ${candidates.join(' and ')}`);
}

/** Whether a user may enter a folder, by the permissions of it and of all above it. */
export function canEnter(folder: string, user: User): boolean {
  const { mode, uid, gid } = statSync(folder);
  const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & execute) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canEnter(parent, user);
}
