import { release, type } from 'node:os';
import { runCommand } from '../process/run-command.ts';
import { systemFile } from './system-file.ts';

/** `PRETTY_NAME` of an os-release(5) file; null where it has none. */
export function prettyName(osRelease: string): string | null {
  const value = /^PRETTY_NAME=(.*)$/m.exec(osRelease)?.[1]?.trim();
  return value?.replace(/^(["'])(.*)\1$/, '$2').replace(/\\(.)/g, '$1') || null;
}

/** Name and version of the operating system, such as `Debian GNU/Linux 12 (bookworm)`. */
export async function operatingSystemName(): Promise<string> {
  const osRelease = systemFile('/etc/os-release') ?? systemFile('/usr/lib/os-release');
  const named = osRelease && prettyName(osRelease);
  if (named) return named;
  if (process.platform === 'darwin') {
    try {
      const { stdout } = await runCommand(['sw_vers', '-productVersion'], { timeoutMs: 2_000 });
      if (stdout.trim()) return `macOS ${stdout.trim()}`;
    } catch {
      // Told by its kernel alone.
    }
  }
  return type();
}

/** Name and release of the kernel, such as `Linux 6.12.10`. */
export function kernelName(): string {
  return `${type()} ${release()}`;
}
