import type { LoadPlan, LoadResult } from '../define/http-load.ts';
import { isSteady } from '../statistics/steady-state.ts';
import { ClosedGenerator } from './closed-generator.ts';
import { delay } from './delay.ts';
import { targetOf } from './encode-request.ts';
import type { Generator } from './generator.ts';
import { OpenGenerator } from './open-generator.ts';
import { Recording } from './recording.ts';
import { SharedLoad } from './shared-load.ts';

export interface LoadOptions {
  /** Where the server listens, such as `http://127.0.0.1:3000`. */
  url: string;
  plan: LoadPlan;
  /** Whole number from 0 to 2^32 − 1: the same seed gives the same requests of each user. */
  seed: number;
  /**
   * Load before the measurement, which is not recorded: until latencies are steady, at the latest
   * after this; 0 for none.
   */
  warmUpMs: number;
  measureMs: number;
  /** Share of the answers with a `check` that are looked at, 0 to 1. Default 0.01. */
  checkShare?: number;
  /** A request without an answer after this long is an error. Default 30,000. */
  requestTimeoutMs?: number;
  signal?: AbortSignal;
  /** Awaited right before the measurement, while there is no load. */
  onMeasureStart?: () => void | Promise<void>;
  /** Awaited right after the measurement, when the load has ended. */
  onMeasureEnd?: () => void | Promise<void>;
}

const tendEveryMs = 10;

/**
 * Puts a plan's load on a server and tells what came of it. The rate is `requests / seconds`:
 * answers whose last byte arrived within the measured time, over its length by the clock. What is
 * in flight when it ends is not counted, nor its time; what an open load could not send by then
 * stands in the latencies with the time it has waited.
 *
 * @throws the signal's reason, mistakes of the plan, RangeError where the load cannot be made.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { plan, warmUpMs, measureMs, requestTimeoutMs = 30_000 } = options;
  const mistake = new AbortController();
  const signals = [mistake.signal, ...(options.signal ? [options.signal] : [])];
  const signal = AbortSignal.any(signals);
  const shared = new SharedLoad({
    target: targetOf(options.url),
    plan,
    seed: options.seed,
    checkShare: options.checkShare ?? 0.01,
    recording: new Recording(performance.now(), 1, () => 0),
    onMistake: (error) => mistake.abort(error),
  });
  const generator =
    plan.load.kind === 'closed'
      ? new ClosedGenerator(plan.load, shared, requestTimeoutMs)
      : new OpenGenerator(plan.load, shared, requestTimeoutMs);
  const tending = setInterval(() => {
    const now = performance.now();
    shared.recording.advanceWindows(now);
    generator.tend(now);
  }, tendEveryMs);
  let steady = true;
  try {
    await generator.open();
    if (warmUpMs > 0) {
      steady = await warmUp(generator, shared, warmUpMs, signal);
      await drain(generator, requestTimeoutMs, signal);
    }
    await plan.reset?.();
    await generator.open();
    await options.onMeasureStart?.();
    signal.throwIfAborted();
    const result = await measure(generator, shared, measureMs, signal);
    await options.onMeasureEnd?.();
    return { ...result, steady };
  } finally {
    clearInterval(tending);
    generator.stop(performance.now());
  }
}

const sliceMs = 100;

/**
 * Puts load on the server until the mean latency has stopped to fall or rise over ten slices of
 * 100 ms: compilers of a runtime go on for a second or more. False where that did not happen in
 * time. Latencies tell more than counts, which are few in a slice of a slow server.
 */
async function warmUp(
  generator: Generator,
  shared: SharedLoad,
  warmUpMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { recording } = shared;
  let now = performance.now();
  const until = now + warmUpMs;
  let before = { requests: recording.requests, latencyMs: recording.latencyMs };
  const means: number[] = [];
  generator.start(now, Number.POSITIVE_INFINITY);
  while (now < until) {
    await delay(Math.min(sliceMs, until - now), signal);
    now = performance.now();
    const requests = recording.requests - before.requests;
    // A slice without an answer goes on into the next.
    if (requests === 0) continue;
    means.push((recording.latencyMs - before.latencyMs) / requests);
    before = { requests: recording.requests, latencyMs: recording.latencyMs };
    if (isSteady(means)) return true;
  }
  return false;
}

/** Lets iterations under way end; those that take longer than a request may are cut off. */
async function drain(generator: Generator, timeoutMs: number, signal: AbortSignal): Promise<void> {
  generator.pause();
  const until = performance.now() + timeoutMs;
  while (generator.busy && performance.now() < until) await delay(5, signal);
  if (generator.busy) generator.stop(performance.now());
}

async function measure(
  generator: Generator,
  shared: SharedLoad,
  measureMs: number,
  signal: AbortSignal,
): Promise<Omit<LoadResult, 'steady'>> {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const recording = new Recording(startedAt, measureMs, () => generator.users);
  shared.recording = recording;
  generator.start(startedAt, measureMs);
  recording.beginWindows();
  await delay(measureMs, signal);
  const endedAt = performance.now();
  const { user, system } = process.cpuUsage(cpuBefore);
  const windows = recording.windows(endedAt);
  generator.stop(endedAt);
  return {
    seconds: (endedAt - startedAt) / 1000,
    requests: recording.requests,
    iterations: recording.iterations,
    intendedIterations: generator.intendedIterations,
    lateIterations: generator.lateIterations,
    errors: recording.errors,
    firstError: recording.firstError,
    checked: recording.checked,
    wrongAnswers: recording.wrongAnswers,
    firstWrongAnswer: recording.firstWrongAnswer,
    lookups: recording.lookups,
    nothingFound: recording.nothingFound,
    meanInFlight: recording.meanInFlight(endedAt),
    generatorCpuSeconds: (user + system) / 1e6,
    ...recording.histograms(),
    windows,
  };
}
