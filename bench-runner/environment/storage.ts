import { existsSync } from 'node:fs';
import { mkdtemp, rmdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Storage {
  /** Where runs are kept, relative to the project. */
  labFolder: string;
  writable: boolean;
  /** Bytes free for this user; null where the system does not tell. */
  freeBytes: number | null;
}

/** Looks at the folder that runs are written to; it need not exist yet, and nothing is left in it. */
export async function inspectStorage(project: string): Promise<Storage> {
  const labFolder = '.lab/runs';
  let existing = join(project, labFolder);
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  return {
    labFolder,
    writable: await canWrite(existing),
    freeBytes: await freeBytes(existing),
  };
}

/** By writing: permissions alone do not tell of a file system that is mounted read-only. */
async function canWrite(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.doctor-')));
    return true;
  } catch {
    return false;
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
