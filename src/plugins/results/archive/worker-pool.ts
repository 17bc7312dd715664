import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
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
  const workers = Array.from({ length: Math.min(availableParallelism(), tasks.length) }, start);
  try {
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
  }
  return outcomes;
}

function start(): ChildProcess {
  return fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
    // Pages are short-lived text, which needs room to die young; twice this saved no time.
    execArgv: ['--max-semi-space-size=16', '--max-old-space-size=512', '--import', 'tsx'],
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
