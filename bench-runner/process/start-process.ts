import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { CommandError } from './command-error.ts';
import { endTree } from './end-tree.ts';
import { endOnExit } from './registry.ts';

export interface ProcessOptions {
  cwd: string;
  /** The whole environment: nothing is taken over from this process. */
  env: Readonly<Record<string, string>>;
  /** File that takes what it prints, on both streams. */
  logFile: string;
  /** Runs as this user, which only root may ask for. */
  user?: { uid: number; gid: number };
  /** Called with the pid, which is also the id of the process group. */
  onStart?: (pid: number) => void;
}

/** A program that runs until it is ended. */
export interface RunningProcess {
  pid: number;
  /** How it ended, such as `exit code 1` or `SIGKILL`; null while it runs. */
  endedWith(): string | null;
  /** The last characters it printed; empty where it printed nothing. */
  lastOutput(): string;
  /** Ends it with everything it started: SIGTERM, then SIGKILL after `graceMs`. */
  end(graceMs: number): Promise<void>;
}

const outputShown = 4_000;

/**
 * Starts a program, without a shell, in a process group of its own. Its output goes straight to a
 * file, so that reading it costs this process nothing.
 * @throws CommandError if it cannot be started.
 */
export async function startProcess(
  argv: readonly string[],
  { cwd, env, logFile, user, onStart }: ProcessOptions,
): Promise<RunningProcess> {
  const [program, ...args] = argv;
  if (!program) throw new CommandError('not-started', 'The command is empty: name a program.');
  const log = openSync(logFile, 'a');
  let child: ChildProcess;
  try {
    child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', log, log],
      detached: true,
      ...user,
    });
  } finally {
    closeSync(log);
  }
  const { pid } = child;
  if (pid === undefined) {
    const cause = await new Promise<Error>((resolve) => child.once('error', resolve));
    throw new CommandError('not-started', `"${program}" could not be started: ${cause.message}.`, {
      cause,
    });
  }
  const forget = endOnExit(pid);
  onStart?.(pid);
  let endedWith: string | null = null;
  child.once('exit', (code, signal) => {
    endedWith = signal ?? `exit code ${code}`;
  });
  child.unref();
  return {
    pid,
    endedWith: () => endedWith,
    lastOutput: () => tail(logFile),
    end: async (graceMs) => {
      await endTree(pid, graceMs);
      forget();
    },
  };
}

function tail(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(size, outputShown));
    const read = readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8', 0, read);
  } finally {
    closeSync(descriptor);
  }
}
