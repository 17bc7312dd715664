import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended, and what it said. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A program of this folder that runs. */
export interface StartedProgram {
  pid: number;
  /** Resolves when it has printed a line that begins so; rejects if it ends before. */
  line(beginning: string): Promise<string>;
  ended: Promise<Ended>;
  kill(): void;
}

/**
 * Starts a bundled program with one argument, passed as JSON.
 *
 * @param limitMs After this it is killed; its end then has the signal SIGKILL.
 * @param options What starts it in place of Node.js itself goes into `command`.
 */
export function startProgram(
  program: string,
  order: unknown,
  limitMs: number,
  options: { command?: (argv: string[]) => string[]; spawn?: SpawnOptions } = {},
): StartedProgram {
  const argv = [process.execPath, program, JSON.stringify(order)];
  const [file = '', ...args] = options.command?.(argv) ?? argv;
  const child = spawn(file, args, {
    ...options.spawn,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      child.emit('said');
    });
  }
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const ended = once(child, 'close').then(([code, signal]) => {
    clearTimeout(limit);
    return { code, signal, ...said };
  });
  return {
    pid: child.pid ?? 0,
    ended,
    kill: () => child.kill('SIGKILL'),
    line: (beginning) => lineOf(child, said, ended, beginning),
  };
}

/** Runs a program to its end. @throws Error with what it said unless it exits with 0. */
export async function runProgram(...order: Parameters<typeof startProgram>): Promise<string> {
  const { code, signal, stdout, stderr } = await startProgram(...order).ended;
  if (code !== 0) throw new Error(`ended with ${signal ?? code}: ${stdout}${stderr}`);
  return stdout;
}

async function lineOf(
  child: ChildProcess,
  said: { readonly stdout: string },
  ended: Promise<Ended>,
  beginning: string,
): Promise<string> {
  const find = () =>
    said.stdout
      .split('\n')
      .slice(0, -1)
      .find((line) => line.startsWith(beginning));
  return new Promise((resolve, reject) => {
    const look = () => {
      const line = find();
      if (line !== undefined) resolve(line);
    };
    child.on('said', look);
    look();
    ended.then(
      ({ code, signal, stderr }) =>
        reject(new Error(`ended with ${signal ?? code} before it printed ${beginning}: ${stderr}`)),
      reject,
    );
  });
}
