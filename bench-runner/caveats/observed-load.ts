/** What is known about a load over HTTP once it has been measured: the fields of its report that caveats rest on. */
export interface ObservedLoad {
  /** Measured time, above 0. */
  seconds: number;
  /** Requests answered with the expected status. */
  requests: number;
  /** Requests that failed, by kind, such as `status-500`. */
  errors: Readonly<Record<string, number>>;
  /** Answers looked at, and those of them found wrong, with what the first said. */
  checked: number;
  wrongAnswers: number;
  firstWrongAnswer: string | null;
  /** Answers looked at that could have found something, and those that did not. */
  lookups: number;
  nothingFound: number;
  /** CPU of the generator's process meanwhile, in s. */
  generatorCpuSeconds: number;
  /** Requests in flight, by the generator's own clock. */
  meanInFlight: number;
  /** Of the requests and of what was late, in µs. */
  meanLatencyMicros: number;
  /** Iterations carried out whole. */
  iterations: number;
  /** Iterations that the schedule of an open load asked for; those begun in a closed one. */
  intendedIterations: number;
  /** Iterations of an open load that were due and could not begin by the end. */
  lateIterations: number;
  /** Whether there was a warm-up. */
  warmedUp: boolean;
}

/** Requests that failed, of whatever kind. */
export function errorsOf({ errors }: Pick<ObservedLoad, 'errors'>): number {
  return Object.values(errors).reduce((sum, count) => sum + count, 0);
}
