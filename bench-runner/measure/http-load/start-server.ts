import { get } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { placed } from '../../process/placement.ts';
import { type RunningProcess, startProcess } from '../../process/start-process.ts';
import type { TrialFailure } from '../trial-failure.ts';

export interface ServerStart {
  /** Program and arguments. */
  command: readonly string[];
  cwd: string;
  /** Settings of the subject; PORT and HOST are added. */
  environment: Readonly<Record<string, string>>;
  logFile: string;
  /** Processors the server is kept on; anywhere without them. */
  processors: string | undefined;
  signal: AbortSignal;
  onStart(pid: number): void;
}

export interface RunningServer {
  url: string;
  process: RunningProcess;
  end(): Promise<void>;
}

const readyWithinMs = 20_000;
const pollMs = 5;
const endWithinMs = 2_000;
/** Variables that programs need to run at all; nothing else of the environment reaches a subject. */
const takenOver = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'SystemRoot'] as const;

/**
 * Starts a subject's server on a free port of the loopback interface and resolves when `GET
 * /health` answers 200, or with the failure that says what it printed.
 */
export async function startServer(
  start: ServerStart,
): Promise<{ server: RunningServer } | { failure: TrialFailure }> {
  const { signal } = start;
  signal.throwIfAborted();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const inherited = takenOver.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  let running: RunningProcess;
  try {
    running = await startProcess(placed(start.command, start.processors), {
      cwd: start.cwd,
      env: {
        ...Object.fromEntries(inherited),
        NODE_ENV: 'production',
        ...start.environment,
        HOST: '127.0.0.1',
        PORT: String(port),
      },
      logFile: start.logFile,
      onStart: start.onStart,
    });
  } catch (error) {
    return { failure: { stage: 'start', message: (error as Error).message, detail: null } };
  }
  const end = () => running.end(endWithinMs);
  try {
    const deadline = performance.now() + readyWithinMs;
    let last = 'nothing listened';
    while (performance.now() < deadline) {
      signal.throwIfAborted();
      const ended = running.endedWith();
      if (ended !== null) {
        await end();
        const message = `the server ended with ${ended} before GET /health answered 200`;
        return { failure: { stage: 'start', message, detail: running.lastOutput() || null } };
      }
      const answer = await health(url);
      if (answer === 200) return { server: { url, process: running, end } };
      last = answer === null ? last : `it answered ${answer}`;
      await pause(pollMs);
    }
    await end();
    const message = `GET /health did not answer 200 within ${readyWithinMs / 1_000} s of the server's start: ${last}`;
    return { failure: { stage: 'start', message, detail: running.lastOutput() || null } };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The status of `GET /health`; null where nothing answered. No connection is kept open. */
function health(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const request = get(`${url}/health`, { agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(null));
  });
}

/** A port of the loopback interface that nothing listened on a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
