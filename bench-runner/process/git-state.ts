import { runCommand } from './run-command.ts';

export interface GitState {
  /** Commit checked out, 40 hexadecimal digits; null outside a checkout or without git. */
  commit: string | null;
  /** Whether files were changed, added or removed since that commit. */
  modified: boolean;
}

/**
 * Commit and changes of the checkout a folder belongs to. A folder of which no file is tracked,
 * such as an unpacked archive inside somebody's own checkout, belongs to none.
 */
export async function gitState(folder: string): Promise<GitState> {
  const git = async (...args: string[]) => {
    const { exitCode, stdout } = await runCommand(['git', '-C', folder, ...args], {
      env: { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      timeoutMs: 10_000,
    });
    return exitCode === 0 ? stdout.trim() : null;
  };
  try {
    const commit = await git('rev-parse', '--verify', 'HEAD');
    const tracked = commit && (await git('ls-tree', '--name-only', 'HEAD', '.'));
    if (!commit || !tracked || !/^[0-9a-f]{40}$/.test(commit)) {
      return { commit: null, modified: false };
    }
    return { commit, modified: (await git('status', '--porcelain')) !== '' };
  } catch {
    return { commit: null, modified: false };
  }
}
