import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../process/find-program.ts';

/** How one kind of server is started. */
export interface Start {
  argv: readonly string[];
  env: Readonly<Record<string, string>>;
}

export interface Program {
  standIn: boolean;
  /** @param folder One of its own, where it may keep files. */
  prepare(folder: string, port: number, password: string): Promise<Start>;
}

/** A Redis or Valkey that is installed; null where there is none. */
export async function findServer(): Promise<Program | null> {
  const path = await findProgram('redis-server', 'valkey-server');
  if (path === null) return null;
  return {
    standIn: false,
    prepare: async (folder, port, password) => {
      const file = join(folder, 'redis.conf');
      await writeFile(file, configuration(folder, port, password), { mode: 0o600 });
      return { argv: [path, file], env: { PATH: process.env.PATH ?? '' } };
    },
  };
}

/** Ours, which takes the place of a real one. */
export const standIn: Program = {
  standIn: true,
  prepare: async (_folder, port, password) => ({
    argv: [
      process.execPath,
      '--import',
      import.meta.resolve('tsx'),
      fileURLToPath(new URL('./stand-in/program.ts', import.meta.url)),
    ],
    env: {
      PATH: process.env.PATH ?? '',
      LAB_STAND_IN_PORT: String(port),
      LAB_STAND_IN_PASSWORD: password,
    },
  }),
};

function configuration(folder: string, port: number, password: string): string {
  return [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    `dir "${folder.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
    'daemonize no',
    // Nothing is written to the disk, neither in between nor at the end.
    'save ""',
    'appendonly no',
    'maxmemory 256mb',
    'maxmemory-policy noeviction',
    '',
  ].join('\n');
}
