import type { LoadResult } from '../../define/http-load.ts';
import type { GeneratorCapacity } from '../../load/capacity.ts';
import type { Parameters } from '../../results/identifiers.ts';
import type { Samples } from '../../results/samples.ts';
import type { Stage } from '../trial-failure.ts';

/** Has the generator's process measure what it can do itself. */
export interface CapacityOrder {
  kind: 'capacity';
  /** Processors that the other side is kept on; anywhere without them. */
  serverProcessors: string | undefined;
}

/** Another program that the same load is sent through, to see whether the two agree. */
export interface CrossCheckOrder {
  tool: 'wrk' | 'k6';
  /** Path of the program. */
  program: string;
  /** An empty folder for its script. */
  folder: string;
}

/** What the load generator's process is told. */
export interface LoadOrder {
  kind: 'load';
  crossCheck: CrossCheckOrder | null;
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
  | { kind: 'capacity'; capacity: GeneratorCapacity }
  | { kind: 'failure'; stage: Stage; message: string; detail: string | null };

export type GeneratorReply = { kind: 'go-on' };
