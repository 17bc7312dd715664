import type { Parameters } from '../../results/identifiers.ts';
import type { Samples } from '../../results/samples.ts';
import type { Stage } from '../trial-failure.ts';
import type { SampledProfile } from './record-profile.ts';

/** What a forked process is told to load: bundled modules, as file URLs. */
export interface LoadOrder {
  scenarioModule: string;
  subjectModule: string;
  parameters: Parameters;
  folder: string;
}

export interface TrialOrder extends LoadOrder {
  kind: 'trial';
  /** Metrics the scenario reports. */
  metrics: string[];
  seed: number;
  warmUpMs: number;
  measureMs: number;
  /** Time to be sampled by V8's profiler in place of measuring, in ms; a measured trial has none. */
  profileMs?: number;
}

export interface PeerOrder extends LoadOrder {
  kind: 'peer';
  name: string;
  /** A thread of the trial's process instead of a process. */
  thread: boolean;
  data: unknown;
}

/** What a trial's process reports when it is done. */
export interface TrialOutcome {
  samples: Samples;
  /** False where batch times still fell or rose when the warm-up's bound was reached. */
  steady: boolean;
  /** Mean length of a measured batch, in ns; null where a foreign program timed itself. */
  batchNs: number | null;
  /** What the timer readings around a batch may be off by, in ns; null as above. */
  timerNs: number | null;
  /** Only of a trial that was taken to be profiled. */
  profiles?: ThreadProfile[];
}

/** What was sampled in a thread or process, or a piece of it. */
export interface ThreadProfile {
  thread: string;
  profile: SampledProfile;
}

/** Messages from a trial's process. */
export type TrialMessage =
  | { kind: 'stage'; stage: Stage }
  | { kind: 'outcome'; outcome: TrialOutcome }
  | { kind: 'failure'; stage: Stage; message: string; detail: string | null };

/** Messages between a trial's process and its peer's. */
export type PeerMessage =
  | { kind: 'ready' }
  | { kind: 'failure'; message: string }
  | { kind: 'request'; id: number; message: unknown }
  | { kind: 'answer'; id: number; answer?: unknown; error?: string }
  | { kind: 'cpu'; id: number }
  | { kind: 'profile'; id: number; action: 'start' | 'stop' }
  | { kind: 'close' };
