import type { Histogram } from 'hdr-histogram-js';
import type { ParameterValue } from '../results/identifiers.ts';

/**
 * A request of a virtual user. Yield the same object again where nothing in it differs: its bytes
 * are then encoded once.
 */
export interface HttpRequest {
  /** Kebab-case; latencies are kept by it. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with its query, such as `/users/7`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. At most one of `json` and `body` is given. */
  json?: unknown;
  /** Sent as it is; give its `content-type` in `headers`. */
  body?: string | Uint8Array;
  /** The status that counts as success; any other is an error. Default 200. */
  status?: number;
  /**
   * Looks at the answer of a sampled share of requests; throws where it is wrong. Says whether
   * anything was found: answers without a find are faster than those with one.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: most checks only throw and return nothing.
  check?(answer: HttpAnswer): void | { found: boolean };
}

export interface HttpAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** Valid until the next request of the same user is sent. */
  body: Buffer;
  /** @throws Error where the body is not JSON, with its beginning. */
  json<Value = unknown>(): Value;
}

export interface VirtualUser {
  /** From 0. */
  index: number;
  /** Iterations this user has begun before, warm-up included. */
  iteration: number;
  /** Seeded generator, uniform in [0, 1), of this user. */
  random(): number;
}

/** The requests of one iteration, in order; each `yield` gives the answer to its request. */
export type Iteration = Generator<HttpRequest, void, HttpAnswer>;

/** Each virtual user sends its next request when the answer to the last has arrived. */
export interface ClosedLoad {
  kind: 'closed';
  users: number;
  /** In place of a steady level: levels one after the other. The warm-up has the first. */
  stages?: readonly LoadStage[];
}

export interface LoadStage {
  users: number;
  /** Share of the measured time; those of all stages add up to 1. */
  share: number;
  /** Whether the level is reached along a straight line from the one before, at the stage's end. */
  ramp?: boolean;
}

/**
 * Iterations begin when the schedule says, whatever the server does. Latency of an iteration's
 * first request counts from then.
 */
export interface OpenLoad {
  kind: 'open';
  /** Iterations begun per second. */
  perSecond: number;
  arrivals: 'constant' | 'poisson';
  /** Connections at most; an arrival that finds none free waits, and its wait is latency. */
  connections: number;
}

export interface LoadContext {
  /** Values on the scenario's axes. */
  parameters: Readonly<Record<string, ParameterValue>>;
  /** Seeded generator, uniform in [0, 1): the same for every subject of a block. */
  random(): number;
  /** Asks the subject outside the measurement: to set up, to check, to count. Rejects on errors. */
  ask(request: Omit<HttpRequest, 'name' | 'check'>): Promise<HttpAnswer>;
}

/** What virtual users do to one subject, set up for one combination of parameters. */
export interface LoadPlan {
  load: ClosedLoad | OpenLoad;
  iteration(user: VirtualUser): Iteration;
  /** Throws if the subject answers wrongly. Called before the warm-up and after the measurement. */
  check?(): Promise<void>;
  /** Called when the warm-up ends: caches are filled or emptied here. */
  reset?(): Promise<void>;
  /** Further samples by metric id, worked out once the measurement has ended. */
  metrics?(result: LoadResult): Samples | Promise<Samples>;
}

type Samples = Record<string, number>;

/** What happened in one slice of the measured time. */
export interface LoadWindow {
  /** From the beginning of the measurement, in s. */
  startSeconds: number;
  seconds: number;
  /** Virtual users of a closed load at its beginning; connections in use of an open one. */
  users: number;
  /** Requests answered with the expected status. */
  requests: number;
  errors: number;
  /** Latencies of them in µs; null without any. */
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

/** What the load generator saw of the measured time. */
export interface LoadResult {
  /** Whether latencies were steady when the warm-up ended; true without one. */
  steady: boolean;
  seconds: number;
  /** Requests answered with the expected status. */
  requests: number;
  /** Iterations carried out whole. */
  iterations: number;
  /** Iterations that the schedule of an open load asked for; equal to those begun in a closed one. */
  intendedIterations: number;
  /**
   * Of these, those that found no free connection before the end. The wait of each until then
   * stands in the latencies, which therefore hold `requests + lateIterations` values.
   */
  lateIterations: number;
  /** By kind: `status-500`, `timeout`, `connection`, `malformed`. */
  errors: Readonly<Record<string, number>>;
  /** What the first of them was, with the request's name; null without any. */
  firstError: string | null;
  /** Answers looked at, and those of them found wrong, with what the first said. */
  checked: number;
  wrongAnswers: number;
  firstWrongAnswer: string | null;
  /** Answers looked at by a check that says whether something was found, and those without a find. */
  lookups: number;
  nothingFound: number;
  /**
   * Mean number of requests in flight, added up as they come and go: not rate × latency. In an open
   * load, those that are due and wait for a connection count as well.
   */
  meanInFlight: number;
  /** CPU the generator used meanwhile, in s. */
  generatorCpuSeconds: number;
  /** Latencies in µs, of all requests. */
  latency: Histogram;
  /** By request name. */
  latencies: Readonly<Record<string, Histogram>>;
  /** Of whole iterations, from the first request's intended time to the last answer. */
  iterationLatency: Histogram;
  windows: readonly LoadWindow[];
}

/** Virtual users ask a server that the subject brings, over HTTP on the loopback interface. */
export interface HttpLoadMethod {
  kind: 'http-load';
  /** Services of the suite that must run; the subject is told where they are. */
  services: readonly string[];
  /** Parts of the suite's data that must have been loaded into a service; all of it without them. */
  data?: readonly string[];
  /** Whether requests change data: it is then restored before the next trial. */
  writes?: boolean;
  /** Whether the services are restarted before the trial. */
  restartServices?(parameters: Readonly<Record<string, ParameterValue>>): boolean;
  /** Whether each trial keeps how rate, latency and memory went over time. */
  series?: boolean;
  /** Whether there is a warm-up; always without it. */
  warmUp?(parameters: Readonly<Record<string, ParameterValue>>): boolean;
  /** Environment variables of the server that follow from the parameters, such as `WORKERS`. */
  environment?(
    parameters: Readonly<Record<string, ParameterValue>>,
  ): Readonly<Record<string, string>>;
  /** Runs in the load generator's process, once the server is ready. */
  load(context: LoadContext): LoadPlan | Promise<LoadPlan>;
}
