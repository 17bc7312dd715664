import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { delay } from './delay.ts';
import { responderProgram } from './responder-program.ts';
import { runLoad } from './run-load.ts';

/** What the load generator can do on this machine, with a server that does next to nothing. */
export interface GeneratorCapacity {
  /** Answers per second over `connections` connections. */
  requestsPerSecond: number;
  /** CPU of this process for each, in µs. */
  cpuMicrosPerRequest: number;
  /** CPU of this process meanwhile, as a share of one processor: near 1 where it was the limit. */
  cpuShare: number;
  connections: number;
}

export interface CapacityOptions {
  /** Default 500. */
  warmUpMs?: number;
  /** Default 2,000. */
  measureMs?: number;
  /** Default 50. */
  connections?: number;
  /** Program with arguments that the other side is started by, such as `taskset -c 0`. */
  launcher?: readonly string[];
  signal?: AbortSignal;
}

/** The other side takes well below a second to start. */
const startTimeoutMs = 20_000;

/**
 * Measures the generator against a responder on raw sockets in a process of its own. It is to be
 * called in the process that will generate load, pinned as it will be then.
 *
 * @throws Error where the other side cannot be started; the signal's reason.
 */
export async function measureCapacity(options: CapacityOptions = {}): Promise<GeneratorCapacity> {
  const { warmUpMs = 500, measureMs = 2000, connections = 50, launcher = [], signal } = options;
  const [command = process.execPath, ...args] = [
    ...launcher,
    process.execPath,
    '-e',
    responderProgram,
  ];
  const responder = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    const port = await firstLine(responder, signal);
    const get = { name: 'get', method: 'GET', path: '/' } as const;
    const result = await runLoad({
      url: `http://127.0.0.1:${port}`,
      plan: {
        load: { kind: 'closed', users: connections },
        *iteration() {
          yield get;
        },
      },
      seed: 0,
      warmUpMs,
      measureMs,
      signal,
    });
    const { requests, seconds, generatorCpuSeconds } = result;
    if (requests === 0) throw new Error('The generator got no answer from its own responder.');
    return {
      requestsPerSecond: requests / seconds,
      cpuMicrosPerRequest: (generatorCpuSeconds * 1e6) / requests,
      cpuShare: generatorCpuSeconds / seconds,
      connections,
    };
  } finally {
    responder.kill('SIGKILL');
  }
}

/** @throws Error where the program ends, cannot be started or says nothing in time. */
async function firstLine(child: ChildProcess, signal?: AbortSignal): Promise<string> {
  const settled = new AbortController();
  const stop = AbortSignal.any([settled.signal, ...(signal ? [signal] : [])]);
  const lines = createInterface({ input: child.stdout as Readable });
  try {
    const line = await Promise.race([
      once(lines, 'line', { signal: settled.signal }).then(([text]) => String(text)),
      once(child, 'exit', { signal: settled.signal }).then(() => null),
      delay(startTimeoutMs, stop).then(() => null),
    ]);
    if (line) return line;
    throw new Error("The generator's own responder did not start, so it cannot be calibrated.");
  } finally {
    settled.abort();
    lines.close();
  }
}
