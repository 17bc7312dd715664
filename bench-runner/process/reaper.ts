import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Ends registered process groups when this program dies without a chance to do so itself. */
export interface Reaper {
  /** @param group Process id of a process started as the leader of its own group. */
  watch(group: number): void;
  release(group: number): void;
  end(): Promise<void>;
}

/**
 * Starts a small process that waits for this one to end. Exit handlers cover every end but one:
 * SIGKILL, after which a subject caught in an endless loop would run for ever.
 */
export function startReaper(): Reaper {
  const program = fileURLToPath(new URL('./reaper-program.mjs', import.meta.url));
  // Detached: Ctrl+C reaches the whole foreground group, and the reaper has to outlive it.
  const child = spawn(process.execPath, [program], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = once(child, 'exit');
  // EPIPE: the reaper was killed; exit handlers remain.
  child.stdin.on('error', () => {});
  child.unref();
  return {
    watch: (group) => void child.stdin.write(`watch ${group}\n`),
    release: (group) => void child.stdin.write(`release ${group}\n`),
    end: async () => {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}
