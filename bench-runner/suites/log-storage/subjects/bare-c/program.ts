import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Time the program is given to end by itself, in ms. */
const closeMs = 2_000;
/** Most characters of its standard error that are kept. */
const errorLimit = 2_000;

/** A program that answers a line with a line. */
export interface LineProgram {
  /**
   * Sends a line and resolves with how the answer matches; one question at a time.
   *
   * @throws Error with the answer if it does not match, or with how the program ended.
   */
  ask(line: string, expected: RegExp): Promise<RegExpExecArray>;
  /** Closes its standard input, at which it ends; kills it if it does not. */
  close(): Promise<void>;
}

/**
 * Starts a program and waits until it says `ready`. It stays in the process group of this process,
 * so whatever ends that ends the program; if this process dies alone, its standard input closes.
 */
export async function startProgram(file: string, argv: readonly string[]): Promise<LineProgram> {
  const child = spawn(file, argv, { stdio: ['pipe', 'pipe', 'pipe'] });
  const program = connect(child, file);
  try {
    await program.answer(/^ready$/);
  } catch (error) {
    await program.close();
    throw error;
  }
  return {
    ask: (line, expected) => {
      child.stdin.write(`${line}\n`);
      return program.answer(expected);
    },
    close: program.close,
  };
}

function connect(child: ChildProcess, file: string) {
  let waiting: { resolve: (line: string) => void; reject: (error: Error) => void } | undefined;
  let ended: Error | undefined;
  let printed = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString('utf8')).slice(-errorLimit);
  });
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => waiting?.resolve(line));
  }
  // Writing to a program that has ended; how it ended is reported instead.
  child.stdin?.on('error', () => {});
  const end = (how: string) => {
    ended ??= new Error(`${how}${printed === '' ? '' : `: ${printed.trim()}`}`);
    waiting?.reject(ended);
  };
  const closed = new Promise<void>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ENOENT' ? missing(file) : `${file} could not be started`);
      resolve();
    });
    child.once('close', (code, signal) => {
      end(`the program ended with ${signal ?? `exit code ${code}`}`);
      resolve();
    });
  });
  return {
    async answer(expected: RegExp): Promise<RegExpExecArray> {
      const line = await new Promise<string>((resolve, reject) => {
        if (ended) reject(ended);
        waiting = { resolve, reject };
      });
      waiting = undefined;
      const match = expected.exec(line);
      if (!match) throw new Error(line.replace(/^wrong /, ''));
      return match;
    },
    async close(): Promise<void> {
      child.stdin?.end();
      const kill = setTimeout(() => child.kill('SIGKILL'), closeMs);
      await closed;
      clearTimeout(kill);
    },
  };
}

function missing(file: string): string {
  return `${file} is missing: "lab run" builds it, and so does the "build" command of subject.json in the folder of the subject`;
}
