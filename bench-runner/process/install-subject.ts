import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error.ts';
import { runCommand } from './run-command.ts';
import { scrub } from './scrub.ts';

export type Installation = 'installed' | 'up-to-date' | 'nothing-to-install';

const offlineCodes =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTCACHED|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH)\b/;

/** Whether a folder has a package-lock.json that its node_modules do not follow yet. */
export function needsInstallation(folder: string): boolean {
  const lock = join(folder, 'package-lock.json');
  if (!existsSync(lock)) return false;
  // npm writes this file last, so an installation that was cut short has none.
  const installed = join(folder, 'node_modules', '.package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs;
}

/**
 * Installs a subject's packages with `npm ci` from its own lock file, where there is one and it is
 * newer than what is installed. Install scripts do not run.
 * @throws Error with what npm said, and what to do if the registry could not be reached.
 */
export async function installSubject(
  folder: string,
  options: { signal?: AbortSignal; onStart?: () => void; timeoutMs?: number } = {},
): Promise<Installation> {
  if (!existsSync(join(folder, 'package-lock.json'))) return 'nothing-to-install';
  if (!needsInstallation(folder)) return 'up-to-date';
  options.onStart?.();
  const { timeoutMs = 180_000, signal } = options;
  const argv = ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  try {
    const { exitCode, stderr } = await runCommand(argv, { cwd: folder, signal, timeoutMs });
    if (exitCode !== 0) throw new Error(explain(stderr, exitCode));
  } catch (error) {
    if (error instanceof CommandError && error.code === 'timed-out') {
      throw new Error(`npm ci did not end within ${timeoutMs / 1000} s.`, { cause: error });
    }
    throw error;
  }
  return 'installed';
}

/** Says why `npm ci` failed from its standard error. */
export function explain(stderr: string, exitCode: number): string {
  const offline = offlineCodes.exec(stderr);
  if (offline) {
    return `The package registry could not be reached (${offline[0]}). Connect to the network, or fill npm's cache on a connected machine, and run again.`;
  }
  const said = stderr
    .split('\n')
    .filter((line) => /^npm (?:error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (?:error|ERR!)\s*/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('A complete log'))
    .slice(0, 5)
    .join(' ');
  return `npm ci ended with exit code ${exitCode}: ${scrub(said) || 'it said nothing.'}`;
}
