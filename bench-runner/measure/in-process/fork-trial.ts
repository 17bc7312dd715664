import { fork } from 'node:child_process';
import { killTreeNow } from '../../process/end-tree.ts';
import { endOnExit } from '../../process/registry.ts';
import type { Stage, TrialFailure } from '../trial-failure.ts';
import type { TrialMessage, TrialOrder, TrialOutcome } from './protocol.ts';

export type TrialResult = { outcome: TrialOutcome } | { failure: TrialFailure };

/** Most characters of a subject's output that are kept. */
const outputLimit = 4_000;

/**
 * Takes one trial in a process forked for it, in a process group of its own, so that whatever it
 * starts can be ended with it.
 *
 * @param program Bundled `child.ts`.
 * @param limitMs Time the whole trial may take; after it the group is killed and the trial failed.
 * @param signal Ends the trial at once; the promise then rejects with the signal's reason.
 */
export async function forkTrial(
  order: TrialOrder,
  options: {
    program: string;
    limitMs: number;
    signal: AbortSignal;
    onStart?: (pid: number) => void;
  },
): Promise<TrialResult> {
  options.signal.throwIfAborted();
  const child = fork(options.program, [], {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const pid = child.pid;
  const release = pid === undefined ? () => {} : endOnExit(pid);
  if (pid !== undefined) options.onStart?.(pid);
  let stage: Stage = 'prepare';
  let result: TrialResult | undefined;
  let printed = '';
  let timedOut = false;
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk.toString('utf8')).slice(-outputLimit);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('message', (message: TrialMessage) => {
    if (message.kind === 'stage') stage = message.stage;
    // The first failure is the cause; what follows while closing is a consequence.
    if (message.kind === 'failure' && !(result && 'failure' in result)) {
      const { message: text, detail } = message;
      result = { failure: { stage: message.stage, message: text, detail } };
    }
    if (message.kind === 'outcome' && !result) result = { outcome: message.outcome };
  });
  const killGroup = () => {
    if (pid !== undefined) killTreeNow(pid);
  };
  const limit = setTimeout(() => {
    timedOut = true;
    killGroup();
  }, options.limitMs);
  options.signal.addEventListener('abort', killGroup, { once: true });
  try {
    const ended = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      // A process the subject left behind would hold the pipes open: end the group first.
      child.once('exit', killGroup);
      child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
      child.send(order);
    });
    options.signal.throwIfAborted();
    if (timedOut) {
      return { failure: { stage, message: hung(stage, options.limitMs), detail: printed || null } };
    }
    return (
      result ?? {
        failure: {
          stage,
          message: `the trial's process ended with ${ended} before it reported a result`,
          detail: printed || null,
        },
      }
    );
  } finally {
    clearTimeout(limit);
    options.signal.removeEventListener('abort', killGroup);
    release();
  }
}

function hung(stage: Stage, limitMs: number): string {
  return `gave no answer within ${limitMs / 1_000} s at stage "${stage}"; a trial that needs longer wants --trial-limit`;
}
