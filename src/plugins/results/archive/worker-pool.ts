import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type {
  ArchiveContext,
  ArchiveOutcome,
  ArchiveTask,
  WorkerAnswer,
  WorkerRequest,
} from './task.ts';
import { writeVersion } from './write-version.ts';

/** Versions that are written sooner than two processes have started. */
const fewVersions = 6;

/**
 * Writes versions, many of them in as many processes as there are processors.
 * @throws Error of the first version that fails; the processes are ended before.
 */
export async function writeVersions(
  context: ArchiveContext,
  tasks: readonly ArchiveTask[],
): Promise<ArchiveOutcome[]> {
  const outcomes: ArchiveOutcome[] = [];
  if (tasks.length <= fewVersions) {
    for (const task of tasks) outcomes.push(await writeVersion(context, task));
    return outcomes;
  }
  const waiting = [...tasks];
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const workers: ChildProcess[] = [];
  try {
    const program = await bundled(folder);
    for (let count = Math.min(availableParallelism(), tasks.length); count > 0; count -= 1) {
      workers.push(start(program));
    }
    await Promise.all(
      workers.map(async (worker) => {
        send(worker, { context });
        for (let task = waiting.shift(); task; task = waiting.shift()) {
          outcomes.push(await ask(worker, task));
        }
      }),
    );
  } finally {
    await Promise.all(workers.map(end));
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomes;
}

/**
 * The worker and all it imports as one file of JavaScript. Compiled module by module it would start
 * more slowly, and each of the many small functions would be given its name whenever it is made.
 */
async function bundled(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  return outfile;
}

function start(program: string): ChildProcess {
  return fork(program, {
    execArgv: [
      // Pages are short-lived text, which needs room to die young, from the first one on; twice
      // this saved no time.
      '--min-semi-space-size=16',
      '--max-semi-space-size=16',
      // The documents of one version and what is made of them fit in without a collection.
      '--initial-old-space-size=96',
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
