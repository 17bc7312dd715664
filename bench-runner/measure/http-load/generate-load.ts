import { fork } from 'node:child_process';
import type { GeneratorCapacity } from '../../load/capacity.ts';
import { killTreeNow } from '../../process/end-tree.ts';
import { placed } from '../../process/placement.ts';
import { endOnExit } from '../../process/registry.ts';
import type { Stage, TrialFailure } from '../trial-failure.ts';
import type {
  CapacityOrder,
  GeneratorMessage,
  GeneratorReply,
  LoadOrder,
  LoadReport,
} from './protocol.ts';

export interface Generation {
  /** Bundled `generator.ts`. */
  program: string;
  /** Processors the generator is kept on; anywhere without them. */
  processors: string | undefined;
  /** Time all of it may take; after it the generator is killed and the trial failed. */
  limitMs: number;
  signal: AbortSignal;
  onStart(pid: number): void;
  /** The load stands still while these run. */
  onMeasureBegin(): Promise<void>;
  onMeasureEnd(): Promise<void>;
}

/** Most characters of the generator's output that are kept. */
const outputLimit = 4_000;

/**
 * Puts a server under a scenario's load from a process of its own.
 *
 * The promise rejects with the signal's reason once that is aborted.
 */
export async function generateLoad(
  order: LoadOrder,
  generation: Generation,
): Promise<{ report: LoadReport } | { failure: TrialFailure }> {
  const result = await inGenerator(order, generation);
  if ('capacity' in result) throw new Error('the load generator measured itself instead');
  return result;
}

/**
 * What the load generator can do on this machine, with a server that does next to nothing.
 *
 * @throws Error where it cannot be measured.
 */
export async function generatorCapacity(
  order: CapacityOrder,
  generation: Omit<Generation, 'onMeasureBegin' | 'onMeasureEnd'>,
): Promise<GeneratorCapacity> {
  const still = async () => {};
  const result = await inGenerator(order, {
    ...generation,
    onMeasureBegin: still,
    onMeasureEnd: still,
  });
  if ('capacity' in result) return result.capacity;
  const reason = 'failure' in result ? result.failure.message : 'it reported a load';
  throw new Error(`The load generator could not be measured: ${reason}`);
}

type Result = { report: LoadReport } | { capacity: GeneratorCapacity } | { failure: TrialFailure };

async function inGenerator(
  order: LoadOrder | CapacityOrder,
  generation: Generation,
): Promise<Result> {
  const { signal, limitMs } = generation;
  signal.throwIfAborted();
  const [execPath = process.execPath, ...execArgv] = placed(
    [process.execPath],
    generation.processors,
  );
  const child = fork(generation.program, [], {
    execPath,
    execArgv,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const { pid } = child;
  const release = pid === undefined ? () => {} : endOnExit(pid);
  if (pid !== undefined) generation.onStart(pid);
  let stage: Stage = 'prepare';
  let result: Result | undefined;
  let printed = '';
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk.toString('utf8')).slice(-outputLimit);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const kill = () => {
    if (pid !== undefined) killTreeNow(pid);
  };
  const fail = (message: string, detail: string | null) => {
    result ??= { failure: { stage, message, detail } };
  };
  child.on('message', (message: GeneratorMessage) => {
    if (message.kind === 'stage') stage = message.stage;
    if (message.kind === 'failure') fail(message.message, message.detail);
    if (message.kind === 'report') result ??= { report: message.report };
    if (message.kind === 'capacity') result ??= { capacity: message.capacity };
    if (message.kind !== 'waiting') return;
    const step = message.at === 'begin' ? generation.onMeasureBegin : generation.onMeasureEnd;
    step().then(
      () => {
        const reply: GeneratorReply = { kind: 'go-on' };
        if (child.connected) child.send(reply);
      },
      (error: Error) => {
        fail(error.message, null);
        kill();
      },
    );
  });
  const limit = setTimeout(() => {
    fail(
      `was not measured within ${limitMs / 1_000} s, at stage "${stage}"; a trial that needs longer wants --trial-limit`,
      printed || null,
    );
    kill();
  }, limitMs);
  signal.addEventListener('abort', kill, { once: true });
  try {
    const ended = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, killedBy) => resolve(killedBy ?? `exit code ${code}`));
      child.send(order);
    });
    signal.throwIfAborted();
    fail(`the load generator ended with ${ended} before it reported a result`, printed || null);
    return result as NonNullable<typeof result>;
  } finally {
    clearTimeout(limit);
    signal.removeEventListener('abort', kill);
    release();
  }
}
