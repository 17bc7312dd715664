import { endTree, killTreeNow } from './end-tree.ts';

const started = new Set<number>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const signalNumbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };
let watching = false;

/**
 * Has a process ended with its descendants when this one exits, by whatever way short of SIGKILL:
 * a return, an uncaught exception, or a signal. Call it with the pid right after the start.
 * @returns a function that takes the process off the list, once it has ended.
 */
export function endOnExit(pid: number): () => void {
  watchExit();
  started.add(pid);
  return () => {
    started.delete(pid);
  };
}

/** Ends everything registered: SIGTERM, and SIGKILL after `graceMs`. */
export async function endRegistered(graceMs: number): Promise<void> {
  await Promise.allSettled([...started].map((pid) => endTree(pid, graceMs)));
}

/** Pids registered and not taken off again, for a last check that nothing was left behind. */
export function registeredProcesses(): number[] {
  return [...started];
}

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const pid of started) killTreeNow(pid);
  });
  for (const signal of signals) {
    process.on(signal, () => {
      // Where nobody else handles the signal, the program ends as it would have without us.
      if (process.listenerCount(signal) === 1) process.exit(128 + signalNumbers[signal]);
    });
  }
}
