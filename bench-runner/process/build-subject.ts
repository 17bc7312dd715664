import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import { scrub } from './scrub.ts';

/** Where a subject's build puts what it makes; neither committed nor part of its configuration. */
const outputFolder = 'dist';
const stamp = 'built-from';

/**
 * Builds a subject's program with its own command, unless what is there was built from the same
 * sources. The folder `dist` is there when the command begins.
 *
 * @param hash of the folder's sources and lock file.
 * @throws Error with what the command printed last.
 */
export async function buildSubject(
  folder: string,
  command: readonly string[],
  hash: string,
  options: { signal?: AbortSignal; onStart?: () => void; timeoutMs?: number } = {},
): Promise<'built' | 'up-to-date'> {
  const stampFile = join(folder, outputFolder, stamp);
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === hash) return 'up-to-date';
  options.onStart?.();
  await mkdir(join(folder, outputFolder), { recursive: true });
  const { timeoutMs = 180_000, signal } = options;
  const { exitCode, stdout, stderr } = await runCommand(command, {
    cwd: folder,
    signal,
    timeoutMs,
  });
  if (exitCode !== 0) {
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-12).join('\n');
    throw new Error(`"${command.join(' ')}" ended with exit code ${exitCode}:\n${scrub(said)}`);
  }
  await writeFile(stampFile, hash);
  return 'built';
}
