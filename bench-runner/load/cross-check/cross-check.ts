import type { LoadPlan } from '../../define/http-load.ts';

/** What another program measured of the same load; latencies in µs. */
export interface CrossCheck {
  program: 'wrk' | 'k6';
  requestsPerSecond: number;
  requests: number;
  /** Answers with another status than expected, and requests without an answer. */
  errors: number;
  latencyMicros: { p50: number; p90: number; p95: number; p99: number; max: number };
}

export interface CrossCheckOptions {
  /** Path of the program. */
  program: string;
  url: string;
  plan: LoadPlan;
  seed: number;
  /** Run before and thrown away, in ms; 0 for none. */
  warmUpMs: number;
  measureMs: number;
  /** An empty folder for the script that the program is given. */
  folder: string;
  /** Program with arguments that it is started by, such as `taskset -c 1`. */
  launcher?: readonly string[];
  signal?: AbortSignal;
}

/** Why a plan cannot be carried out by another program, so that there is nothing to compare. */
export class NotExpressible extends Error {
  override readonly name = 'NotExpressible';
}
