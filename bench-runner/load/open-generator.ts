import type { OpenLoad, VirtualUser } from '../define/http-load.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { arrivalTimes } from './arrival-times.ts';
import { Arrivals } from './arrivals.ts';
import type { Generator } from './generator.ts';
import { Session } from './session.ts';
import type { SharedLoad } from './shared-load.ts';

/** Iterations that begin when a schedule says, over the first connection that is free. */
export class OpenGenerator implements Generator {
  intendedIterations = 0;
  lateIterations = 0;
  readonly #load: OpenLoad;
  readonly #shared: SharedLoad;
  readonly #timeoutMs: number;
  readonly #sessions: readonly Session[];
  /** The last one used is used first, so that those not needed may be closed by the server. */
  readonly #free: Session[];
  #arrivals: Arrivals | null = null;
  /** Times of arrivals that are due and have not begun, from `#queueStart` on. */
  #queue: number[] = [];
  #queueStart = 0;
  /** Iterations begun, warm-up included. */
  #begun = 0;

  /** @throws RangeError where the load has no connections or no rate. */
  constructor(load: OpenLoad, shared: SharedLoad, timeoutMs: number) {
    if (!Number.isInteger(load.connections) || load.connections < 1) {
      throw new RangeError(`Expected at least one connection, got ${load.connections}.`);
    }
    this.#load = load;
    this.#shared = shared;
    this.#timeoutMs = timeoutMs;
    this.#sessions = Array.from(
      { length: load.connections },
      (_, index) => new Session(shared, index, (session) => this.#released(session)),
    );
    this.#free = this.#sessions.toReversed();
  }

  get users(): number {
    return this.#sessions.length - this.#free.length;
  }

  get busy(): boolean {
    return this.users > 0;
  }

  async open(): Promise<void> {
    this.#arrivals ??= new Arrivals(
      (time) => this.#arrive(time),
      () => this.#beginDue(),
    );
    await this.#arrivals.ready();
    await Promise.all(this.#sessions.map((session) => session.open()));
  }

  start(now: number): void {
    this.intendedIterations = 0;
    const random = seededRandom(derivedSeed(this.#shared.seed, 'arrivals'));
    this.#arrivals?.start(now, arrivalTimes(this.#load, random));
  }

  pause(): void {
    this.#arrivals?.close();
    this.#arrivals = null;
    this.#queue = [];
    this.#queueStart = 0;
  }

  tend(now: number): void {
    for (const session of this.#sessions) session.expire(now, this.#timeoutMs);
    this.#arrivals?.admit(now);
  }

  stop(now: number): void {
    for (const session of this.#sessions) session.stop(now);
    this.#free.length = 0;
    this.#arrivals?.admit(now);
    for (const time of this.#queue.slice(this.#queueStart)) this.#recordLate(time, now);
    this.pause();
    this.#free.push(...this.#sessions);
  }

  #arrive(time: number): void {
    this.intendedIterations += 1;
    this.#queue.push(time);
    this.#shared.recording.begun(time, performance.now());
  }

  #released(session: Session): void {
    this.#free.push(session);
    this.#arrivals?.admit(performance.now());
    this.#beginDue();
  }

  #beginDue(): void {
    while (this.#queueStart < this.#queue.length) {
      const session = this.#free.pop();
      if (!session) return;
      const time = this.#queue[this.#queueStart] as number;
      this.#queueStart += 1;
      session.begin(this.#nextUser(), time, true);
    }
    if (this.#queueStart === 0) return;
    this.#queue.length = 0;
    this.#queueStart = 0;
  }

  /**
   * Arrivals go round the users, each with a generator of its own: what an iteration asks for
   * depends on its number alone, not on which connection was free.
   */
  #nextUser(): VirtualUser {
    const number = this.#begun;
    this.#begun += 1;
    const { connections } = this.#load;
    return {
      index: number % connections,
      iteration: Math.floor(number / connections),
      random: seededRandom((derivedSeed(this.#shared.seed, 'iteration') + number) >>> 0),
    };
  }

  #recordLate(time: number, now: number): void {
    this.lateIterations += 1;
    const iteration = this.#shared.plan.iteration(this.#nextUser());
    const step = iteration.next();
    if (!step.done) this.#shared.recording.late(step.value.name, time, now);
    iteration.return();
  }
}
