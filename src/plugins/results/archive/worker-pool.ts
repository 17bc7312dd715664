import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import type {
  ArchiveContext,
  ArchiveOutcome,
  ArchiveTask,
  WorkerAnswer,
  WorkerRequest,
} from './task.ts';

/** Processes that write versions. */
export interface WorkerPool {
  /** @throws Error of the first version that fails. */
  write(tasks: readonly ArchiveTask[]): Promise<ArchiveOutcome[]>;
  /** Ends the processes, whatever they are doing. */
  end(): Promise<void>;
}

/**
 * Starts as many processes as there are processors, or fewer where there is less to write.
 * @param program File that the program of the processes is written to.
 */
export async function startWorkers(
  context: ArchiveContext,
  { program, versions }: { program: string; versions: number },
): Promise<WorkerPool> {
  await bundle(program);
  const count = Math.min(availableParallelism(), versions);
  const workers = Array.from({ length: count }, () => start(program));
  for (const worker of workers) send(worker, { context });
  return {
    async write(tasks) {
      const waiting = [...tasks];
      const outcomes: ArchiveOutcome[] = [];
      await Promise.all(
        workers.map(async (worker) => {
          for (let task = waiting.shift(); task; task = waiting.shift()) {
            outcomes.push(await ask(worker, task));
          }
        }),
      );
      return outcomes;
    },
    async end() {
      await Promise.all(workers.map(end));
    },
  };
}

/**
 * The worker and all it imports as one file of JavaScript. Compiled module by module it would start
 * more slowly, and each of the many small functions would be given its name whenever it is made.
 */
async function bundle(program: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  // Otherwise its process would stay until the site is built, with 40 MB.
  await stop();
}

function start(program: string): ChildProcess {
  return fork(program, {
    execArgv: [
      // Pages are short-lived text, which needs room to die young, from the first one on.
      '--min-semi-space-size=32',
      '--max-semi-space-size=32',
      // The documents of a few versions and what is made of them fit in without a collection.
      '--initial-old-space-size=192',
      '--max-old-space-size=512',
      // Every processor has a worker: threads that collect garbage would only wait for each other.
      '--single-threaded-gc',
    ],
  });
}

function send(worker: ChildProcess, request: WorkerRequest): void {
  worker.send(request);
}

function ask(worker: ChildProcess, task: ArchiveTask): Promise<ArchiveOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (answer: WorkerAnswer) => {
      worker.off('exit', exited);
      if ('outcome' in answer) resolve(answer.outcome);
      else reject(new Error(answer.error));
    };
    const exited = (code: number | null, signal: string | null) => {
      worker.off('message', settle);
      reject(
        new Error(
          `the process writing version ${task.label} of the archive ended early (${signal ?? `exit code ${code}`})`,
        ),
      );
    };
    worker.once('message', settle);
    worker.once('exit', exited);
    send(worker, { task });
  });
}

function end(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return resolve();
    worker.once('exit', () => resolve());
    worker.kill();
  });
}
