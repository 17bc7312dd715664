import type { LoadResult } from '../../define/http-load.ts';
import type { Parameters } from '../../results/identifiers.ts';
import type { Samples } from '../../results/samples.ts';
import type { Stage } from '../trial-failure.ts';

/** What the load generator's process is told. */
export interface LoadOrder {
  /** File URL of the bundled scenario. */
  scenarioModule: string;
  /** The server's, such as `http://127.0.0.1:4000`. */
  url: string;
  parameters: Parameters;
  /** Metrics the scenario reports; histograms of others stay in the process. */
  metrics: string[];
  seed: number;
  /** 0 measures from the first request on. */
  warmUpMs: number;
  measureMs: number;
}

/** What a load yielded, without its distributions but for those among the samples. */
export interface LoadReport extends Omit<LoadResult, 'latency' | 'latencies' | 'iterationLatency'> {
  /** Mean latency of all requests, in µs. */
  meanLatencyMicros: number;
  samples: Samples;
}

/** Messages from the load generator's process. */
export type GeneratorMessage =
  | { kind: 'stage'; stage: Stage }
  /** The measurement waits at its beginning or end until it is told to go on. */
  | { kind: 'waiting'; at: 'begin' | 'end' }
  | { kind: 'report'; report: LoadReport }
  | { kind: 'failure'; stage: Stage; message: string; detail: string | null };

export type GeneratorReply = { kind: 'go-on' };
