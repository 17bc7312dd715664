import type { HttpRequest, Iteration, VirtualUser } from '../define/http-load.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { Connection, type FailureKind } from './connection.ts';
import { beginningOf } from './received-answer.ts';
import type { SharedLoad } from './shared-load.ts';

/** Pause before the next attempt after a connection broke, doubled with each failure in a row. */
const firstPauseMs = 10;
const longestPauseMs = 1000;

/**
 * Carries out iterations one after the other over a connection of its own. An iteration ends with
 * its last answer or with its first error; only a whole one is counted.
 */
export class Session {
  readonly #shared: SharedLoad;
  readonly #connection: Connection;
  readonly #onFree: (session: Session) => void;
  readonly #checkRandom: () => number;
  #iteration: Iteration | null = null;
  #iterationSince = 0;
  #request: HttpRequest | null = null;
  #expectedStatus = 0;
  /** When the request under way was due; its latency counts from then. */
  #since = 0;
  #sentAt = 0;
  #failuresInRow = 0;
  #pause: NodeJS.Timeout | undefined;

  /** @param onFree called when the next iteration can begin, from within the last answer. */
  constructor(shared: SharedLoad, index: number, onFree: (session: Session) => void) {
    this.#shared = shared;
    this.#onFree = onFree;
    this.#checkRandom = seededRandom(derivedSeed(shared.seed, `check/${index}`));
    this.#connection = new Connection(shared.target, {
      onAnswer: () => this.#answered(),
      onFailure: (kind, reason) => this.#failed(kind, reason),
    });
  }

  /** Whether an iteration is under way, or the pause after a failure. */
  get busy(): boolean {
    return this.#iteration !== null || this.#pause !== undefined;
  }

  open(): Promise<void> {
    return this.#connection.open();
  }

  /**
   * Begins an iteration that was due at `since`.
   * @param counted whether its first request has been recorded as begun.
   */
  begin(user: VirtualUser, since: number, counted: boolean): void {
    try {
      this.#iteration = this.#shared.plan.iteration(user);
      const step = this.#iteration.next();
      if (step.done) throw new TypeError('An iteration of the load plan yields no request.');
      this.#iterationSince = since;
      this.#send(step.value, since, counted);
    } catch (error) {
      this.#iteration = null;
      this.#shared.onMistake(error);
    }
  }

  /** Gives up a request sent more than `timeoutMs` ago. */
  expire(now: number, timeoutMs: number): void {
    if (this.#request && now - this.#sentAt > timeoutMs) {
      this.#connection.fail('timeout', `no answer within ${timeoutMs} ms`);
    }
  }

  /** Ends at once; a request under way is recorded as cut. */
  stop(now: number): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#connection.close();
    if (this.#request) this.#shared.recording.cut(this.#since, now);
    this.#request = null;
    this.#endIteration();
  }

  #send(request: HttpRequest, since: number, counted: boolean): void {
    const encoded = this.#shared.encoded(request);
    this.#request = request;
    this.#expectedStatus = encoded.status;
    this.#since = since;
    this.#sentAt = counted ? performance.now() : since;
    if (!counted) this.#shared.recording.begun(since, this.#sentAt);
    this.#connection.send(encoded.bytes);
  }

  #answered(): void {
    const now = performance.now();
    const request = this.#request as HttpRequest;
    const { recording } = this.#shared;
    const { answer } = this.#connection;
    this.#request = null;
    this.#failuresInRow = 0;
    if (answer.status !== this.#expectedStatus) {
      recording.failed(
        `status-${answer.status}`,
        now,
        () => `${request.name}: status ${answer.status} with the body ${beginningOf(answer.body)}`,
      );
      this.#endIteration();
      this.#onFree(this);
      return;
    }
    recording.answered(request.name, this.#since, now);
    if (request.check && this.#checkRandom() < this.#shared.checkShare) this.#check(request);
    this.#goOn(now);
  }

  #check(request: HttpRequest): void {
    const { recording } = this.#shared;
    recording.checked += 1;
    try {
      const looked = request.check?.(this.#connection.answer);
      if (!looked) return;
      recording.lookups += 1;
      if (!looked.found) recording.nothingFound += 1;
    } catch (error) {
      recording.wrong(`${request.name}: ${messageOf(error)}`);
    }
  }

  #goOn(now: number): void {
    const { recording } = this.#shared;
    let next: HttpRequest | null = null;
    try {
      const step = this.#iteration?.next(this.#connection.answer);
      if (step && !step.done) next = step.value;
      else recording.iterated(this.#iterationSince, now);
    } catch (error) {
      // The iteration could not use the answer: a token that is missing, say.
      recording.checked += 1;
      recording.wrong(messageOf(error));
    }
    if (next) {
      try {
        this.#send(next, performance.now(), false);
      } catch (error) {
        this.#shared.onMistake(error);
      }
      return;
    }
    this.#iteration = null;
    this.#onFree(this);
  }

  #failed(kind: FailureKind, reason: string): void {
    const name = this.#request?.name;
    this.#request = null;
    this.#shared.recording.failed(kind, performance.now(), () => `${name}: ${reason}`);
    this.#endIteration();
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failuresInRow);
    this.#failuresInRow += 1;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#onFree(this);
    }, pauseMs);
  }

  #endIteration(): void {
    const iteration = this.#iteration;
    this.#iteration = null;
    try {
      iteration?.return();
    } catch (error) {
      this.#shared.onMistake(error);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
