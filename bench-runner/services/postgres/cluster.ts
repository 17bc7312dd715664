import { randomBytes } from 'node:crypto';
import { chown, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killTreeNow } from '../../process/end-tree.ts';
import { placed } from '../../process/placement.ts';
import { runCommand } from '../../process/run-command.ts';
import { type RunningProcess, startProcess } from '../../process/start-process.ts';
import { removeSharedMemory } from '../leftovers/shared-memory.ts';
import { endProcessesAt, killProcessesAt, type Workplace } from '../leftovers/workplace.ts';
import type { Binaries } from './binaries.ts';
import { runStatement } from './session.ts';
import { settings } from './settings.ts';
import type { User } from './unprivileged-user.ts';

export interface ClusterOptions {
  binaries: Binaries;
  /** An empty folder that belongs to `user`. */
  folder: string;
  user: User | undefined;
  port: number;
  logFile: string;
  processors: string | undefined;
  signal: AbortSignal;
  /** Told of every server process, before anything waits for it. */
  onStart(pid: number): void | Promise<void>;
}

const readyWithinMs = 60_000;
const stopWithinMs = 20_000;
const pollMs = 50;
const superuser = 'lab_admin';

/** A PostgreSQL server with a data folder of its own. */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #password = randomBytes(18).toString('base64url');
  readonly #workplace: Workplace;
  #process: RunningProcess | undefined;

  private constructor(options: ClusterOptions, workplace: Workplace) {
    this.#options = options;
    this.#workplace = workplace;
  }

  /** Makes the data folder; nothing runs yet. */
  static async create(options: ClusterOptions): Promise<Cluster> {
    const program = await realpath(options.binaries.postgres);
    const folder = join(await realpath(options.folder), 'data');
    const cluster = new Cluster(options, { program, folder });
    await cluster.#initialise();
    return cluster;
  }

  /** Address of the database `postgres`, for its superuser. */
  get url(): string {
    return `postgres://${superuser}:${this.#password}@127.0.0.1:${this.#options.port}/postgres`;
  }

  get workplace(): Workplace {
    return this.#workplace;
  }

  get pid(): number | undefined {
    return this.#process?.endedWith() === null ? this.#process.pid : undefined;
  }

  /**
   * Starts the server and waits until it answers.
   * @throws Error with the end of its log if it ends, or does not answer for 60 s.
   */
  async start(): Promise<void> {
    const { binaries, user, logFile, processors, signal, onStart, folder } = this.#options;
    signal.throwIfAborted();
    const running = await startProcess(
      placed([binaries.postgres, '-D', this.#workplace.folder], processors),
      { cwd: folder, env: environment(), logFile, user },
    );
    this.#process = running;
    await onStart(running.pid);
    const deadline = performance.now() + readyWithinMs;
    for (;;) {
      signal.throwIfAborted();
      if (await this.#answers()) return;
      const ended = running.endedWith();
      if (ended !== null || performance.now() > deadline) {
        await this.kill();
        throw new Error(
          `PostgreSQL ${ended === null ? `did not answer for ${readyWithinMs / 1000} s` : `ended with ${ended}`}. Its log ends with: ${running.lastOutput().slice(-1_500)}`,
        );
      }
      await pause(pollMs);
    }
  }

  /** Ends the server and starts it again; also one that was killed. */
  async restart(): Promise<void> {
    // Fast shutdown: connections are closed, and what is committed is written.
    await this.#shutDown('SIGINT');
    await this.start();
  }

  /** Ends the server; its data is not needed any more. */
  async stop(): Promise<void> {
    await this.#shutDown('SIGQUIT');
    removeSharedMemory(this.#workplace.folder);
  }

  /** Ends the server at once. */
  async kill(): Promise<void> {
    await this.#process?.end(0);
    await endProcessesAt(this.#workplace);
    removeSharedMemory(this.#workplace.folder);
  }

  /** Kills all its processes without waiting, for a program that exits. */
  killNow(): void {
    if (this.pid !== undefined) killTreeNow(this.pid);
    killProcessesAt(this.#workplace);
    removeSharedMemory(this.#workplace.folder, true);
  }

  async #initialise(): Promise<void> {
    const { binaries, folder, user, port, signal } = this.#options;
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, this.#password, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    const set = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '--set',
      `${name}=${value}`,
    ]);
    const { exitCode, stderr } = await runCommand(
      [
        binaries.initdb,
        `--pgdata=${this.#workplace.folder}`,
        '--no-sync',
        '--encoding=UTF8',
        // The server's own C.UTF-8: the same order and case on every system, whatever it has.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--auth=scram-sha-256',
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        ...set,
      ],
      { cwd: folder, env: withoutDefaults(), user, signal, timeoutMs: readyWithinMs },
    );
    await rm(passwordFile, { force: true });
    if (exitCode !== 0) throw new Error(`initdb ended with exit code ${exitCode}: ${stderr}`);
  }

  async #answers(): Promise<boolean> {
    return runStatement(this.url, 'SELECT').then(
      () => true,
      () => false,
    );
  }

  async #shutDown(signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const running = this.#process;
    if (running?.endedWith() === null) {
      process.kill(running.pid, signal);
      const deadline = performance.now() + stopWithinMs;
      while (running.endedWith() === null && performance.now() < deadline) await pause(pollMs);
    }
    await running?.end(0);
    // Those of a server that was killed outlive it until they look for it.
    await endProcessesAt(this.#workplace);
  }
}

/** What PostgreSQL is told: nothing of this program's own environment, which may hold secrets. */
function environment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
}

/** Takes away variables that PostgreSQL's programs read settings from. */
function withoutDefaults(): Record<string, string | undefined> {
  const names = Object.keys(process.env).filter((name) => name.startsWith('PG'));
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), ...environment() };
}
