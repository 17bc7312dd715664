import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { CommandError } from './command-error.ts';
import { endTree } from './end-tree.ts';
import { OutputCollector } from './output-collector.ts';
import { endOnExit } from './registry.ts';

export interface CommandOptions {
  cwd?: string;
  /** Added to the environment of this process; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Runs as this user, which only root may ask for. */
  user?: { uid: number; gid: number };
  /** Wall-clock bound in ms; unbounded without it. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Called with the pid, which is also the id of the process group. */
  onStart?: (pid: number) => void;
  onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Characters kept of each stream, the last ones. Default 4 million. */
  outputLimit?: number;
  /** Between SIGTERM and SIGKILL on timeout and abort, in ms. Default 500. */
  graceMs?: number;
}

export interface CommandResult {
  /** As a shell gives it: 128 + n for a process ended by signal n. */
  exitCode: number;
  stdout: string;
  stderr: string;
  /** Whether a stream held more than the limit, so that its beginning is missing. */
  truncated: boolean;
}

/** Output still arriving this long after the command ended comes from something it left behind. */
const drainMs = 500;

/**
 * Runs a program with its arguments, without a shell, in a process group of its own. Whatever it
 * leaves behind in that group is ended with it. A non-zero exit code is a result, not an error.
 * @throws CommandError if the program cannot be started, runs longer than `timeoutMs`, or is aborted.
 */
export async function runCommand(
  argv: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const [program, ...args] = argv;
  if (!program) throw new CommandError('not-started', 'The command is empty: name a program.');
  if (options.signal?.aborted) throw abortedError(program, options.signal);

  const { onLine, outputLimit = 4_000_000, graceMs = 500 } = options;
  const stdout = new OutputCollector(outputLimit, onLine && ((line) => onLine(line, 'stdout')));
  const stderr = new OutputCollector(outputLimit, onLine && ((line) => onLine(line, 'stderr')));

  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    shell: false,
    ...options.user,
  });
  const { pid } = child;
  if (pid === undefined) throw await startError(child, program, options.cwd);

  const forget = endOnExit(pid);
  let ending: Promise<void> | undefined;
  let endedFor: 'timed-out' | 'aborted' | undefined;
  const end = (reason: 'timed-out' | 'aborted') => {
    endedFor ??= reason;
    ending ??= endTree(pid, graceMs);
    // Waited for below; a rejection must not be unhandled until then.
    ending.catch(() => {});
  };
  const onAbort = () => end('aborted');
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const timer =
    options.timeoutMs === undefined
      ? undefined
      : setTimeout(() => end('timed-out'), options.timeoutMs);

  try {
    child.stdout.on('data', (chunk: Buffer) => stdout.add(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.add(chunk));
    const ended = exitOf(child);
    options.onStart?.(pid);
    const exitCode = await ended;
    stdout.end();
    stderr.end();
    clearTimeout(timer);
    await ending;
    const output = { stdout: stdout.text, stderr: stderr.text };
    if (endedFor === 'aborted') throw abortedError(program, options.signal, output);
    if (endedFor === 'timed-out') {
      throw new CommandError(
        'timed-out',
        `"${program}" was ended: it ran longer than ${options.timeoutMs} ms.`,
        output,
      );
    }
    return { exitCode, ...output, truncated: stdout.truncated || stderr.truncated };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
    await endTree(pid, 0);
    forget();
  }
}

/** Resolves when the process has ended and its output is read, or is held open by others. */
function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let exitCode = 0;
    let drain: NodeJS.Timeout | undefined;
    child.once('exit', (code, signal) => {
      exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
      drain = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, drainMs);
    });
    child.once('close', () => {
      clearTimeout(drain);
      resolve(exitCode);
    });
  });
}

async function startError(
  child: ChildProcess,
  program: string,
  cwd: string | undefined,
): Promise<CommandError> {
  const cause = await new Promise<NodeJS.ErrnoException>((resolve) => child.once('error', resolve));
  if (cause.code === 'ENOENT' && cwd !== undefined && !existsSync(cwd)) {
    return new CommandError(
      'not-started',
      `"${program}" has no folder to run in: ${cwd} does not exist.`,
      { cause },
    );
  }
  if (cause.code === 'ENOENT') {
    return new CommandError(
      'not-found',
      `"${program}" was not found. Install it or add its folder to PATH.`,
      { cause },
    );
  }
  return new CommandError('not-started', `"${program}" could not be started: ${cause.message}.`, {
    cause,
  });
}

function abortedError(
  program: string,
  signal: AbortSignal | undefined,
  output?: { stdout: string; stderr: string },
): CommandError {
  return new CommandError('aborted', `"${program}" was ended: the run was interrupted.`, {
    ...output,
    cause: signal?.reason,
  });
}
