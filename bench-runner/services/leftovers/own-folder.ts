import { rmSync } from 'node:fs';
import { chown, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';

const prefix = 'lab-service-';

/** Makes a folder that this program, or a later run in its place, may remove with all it holds. */
export async function makeOwnFolder(
  parent: string,
  user?: { uid: number; gid: number },
): Promise<string> {
  const folder = await mkdtemp(join(parent, prefix));
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

/**
 * Removes a folder that `makeOwnFolder` made.
 * @throws Error where it is no such folder, or cannot be removed.
 */
export function removeOwnFolder(folder: string): void {
  if (!basename(folder).startsWith(prefix)) {
    throw new Error(`${folder} is no folder of a service: its name does not begin with ${prefix}.`);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
