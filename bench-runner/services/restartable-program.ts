import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceContext } from '../define/service.ts';
import { killTreeNow } from '../process/end-tree.ts';
import { placed } from '../process/placement.ts';
import { type RunningProcess, startProcess } from '../process/start-process.ts';
import { makeOwnFolder, removeOwnFolder } from './leftovers/own-folder.ts';
import { removeOnExit } from './leftovers/remove-on-exit.ts';
import { type RecordedStart, recordStart } from './leftovers/start-record.ts';

export interface ProgramStart {
  argv: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Resolves if the program answers. */
  check(): Promise<void>;
}

const readyWithinMs = 30_000;
const pollMs = 30;
const graceMs = 1_000;

/** A server of one process, with a folder of its own, that is ended with all it leaves. */
export class RestartableProgram {
  readonly #service: string;
  readonly #context: ServiceContext;
  readonly #record: RecordedStart;
  readonly #keepOnExit: () => void;
  /** Where it may keep files; removed with it. */
  readonly folder: string;
  #start: ProgramStart | undefined;
  #running: RunningProcess | undefined;

  private constructor(
    service: string,
    context: ServiceContext,
    folder: string,
    record: RecordedStart,
  ) {
    this.#service = service;
    this.#context = context;
    this.folder = folder;
    this.#record = record;
    this.#keepOnExit = removeOnExit(() => {
      for (const pid of this.processes) killTreeNow(pid);
      this.#remove();
    });
  }

  /** Makes the folder and records it; nothing runs yet. */
  static async prepare(service: string, context: ServiceContext): Promise<RestartableProgram> {
    const folder = await makeOwnFolder(context.folder);
    return new RestartableProgram(service, context, folder, await recordStart(service, { folder }));
  }

  /** Roots of its process tree; empty while it does not run. */
  get processes(): number[] {
    return this.#running?.endedWith() === null ? [this.#running.pid] : [];
  }

  /**
   * Starts the program and waits until it answers.
   * @throws Error with the end of its log if it ends, or does not answer for 30 s.
   */
  async start(start: ProgramStart): Promise<void> {
    const { signal, processors, onStart, folder } = this.#context;
    signal.throwIfAborted();
    this.#start = start;
    const running = await startProcess(placed(start.argv, processors), {
      cwd: this.folder,
      env: start.env,
      logFile: join(folder, `${this.#service}.log`),
    });
    this.#running = running;
    onStart(running.pid);
    await this.#record.update({ folder: this.folder, pids: [running.pid] });
    await waitUntilReady(running, start.check, signal);
  }

  /** Ends the program and starts it again; also one that was killed. */
  async restart(): Promise<void> {
    await this.#running?.end(graceMs);
    if (this.#start) await this.start(this.#start);
  }

  async stop(): Promise<void> {
    await this.#running?.end(graceMs);
    this.#remove();
    this.#keepOnExit();
  }

  #remove(): void {
    removeOwnFolder(this.folder);
    this.#record.remove();
  }
}

async function waitUntilReady(
  running: RunningProcess,
  check: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  for (;;) {
    signal.throwIfAborted();
    const answers = await check().then(
      () => true,
      () => false,
    );
    // Another program may have taken the port: it would answer, too.
    const ended = running.endedWith();
    if (answers && ended === null) return;
    if (ended !== null || performance.now() > deadline) {
      throw new Error(
        `The program ${ended === null ? `did not answer for ${readyWithinMs / 1000} s` : `ended with ${ended}`}. Its log ends with: ${running.lastOutput().slice(-1_500)}`,
      );
    }
    await pause(pollMs);
  }
}
