import type { Stage } from '../measure/trial-failure.ts';

/** What a run tells while it goes on; progress is drawn from these alone. */
export type RunEvent =
  | { kind: 'started'; runId: string; suites: string[]; trials: number; resumedTrials: number }
  | { kind: 'preparing'; suite: string; what: string }
  | { kind: 'skipped'; suite: string; subject: string; reason: string; remedy: string | null }
  | { kind: 'trial'; suite: string; group: string; block: number; blocks: number; subject: string }
  /** The trial in hand is taken anew because other work used too much of the CPU. */
  | { kind: 'retake' }
  | { kind: 'taken'; done: number; total: number }
  | { kind: 'failed'; suite: string; key: string; stage: Stage; message: string }
  /** A trial is taken for the CPU profile of a case. */
  | { kind: 'profiling'; suite: string; key: string; number: number; of: number }
  | { kind: 'unprofiled'; suite: string; key: string; reason: string }
  | { kind: 'analysing'; suite: string }
  | { kind: 'saved'; suite: string; file: string };

export type Listener = (event: RunEvent) => void;
