import { endRegistered } from './registry.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exit code of an interrupted program, whichever signal it was. */
export const interruptedExitCode = 130;

export interface Interrupt {
  /** Aborted at the first Ctrl+C, SIGTERM or SIGHUP, with the signal's name as the reason. */
  signal: AbortSignal;
  /**
   * Gives the signals back to whoever handled them before. A program that was interrupted and still
   * runs when its time is up exits all the same.
   */
  dispose(): void;
}

/**
 * Turns Ctrl+C, SIGTERM and SIGHUP into an AbortSignal. The first one aborts and ends every
 * registered process (SIGTERM, SIGKILL after 1 s); where the program has not ended by itself
 * `exitAfterMs` later, or at a second signal, it exits with code 130.
 */
export function handleInterrupts(
  options: { exitAfterMs?: number; onSecond?: () => void } = {},
): Interrupt {
  const { exitAfterMs = 2_000, onSecond } = options;
  const controller = new AbortController();

  const interrupted = (signal: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      onSecond?.();
      process.exit(interruptedExitCode);
    }
    setTimeout(() => process.exit(interruptedExitCode), exitAfterMs).unref();
    controller.abort(signal);
    void endRegistered(Math.min(1_000, exitAfterMs / 2));
  };

  for (const signal of signals) process.on(signal, interrupted);
  return {
    signal: controller.signal,
    dispose() {
      for (const signal of signals) process.off(signal, interrupted);
    },
  };
}
