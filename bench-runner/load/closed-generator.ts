import type { ClosedLoad, VirtualUser } from '../define/http-load.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import type { Generator } from './generator.ts';
import { Session } from './session.ts';
import type { SharedLoad } from './shared-load.ts';
import { checkClosedLoad, mostUsers, usersAt } from './stages.ts';

interface User {
  session: Session;
  virtual: VirtualUser;
}

/** Virtual users that begin their next iteration when the last has ended. */
export class ClosedGenerator implements Generator {
  readonly lateIterations = 0;
  intendedIterations = 0;
  readonly #load: ClosedLoad;
  readonly #timeoutMs: number;
  readonly #users: User[];
  #wanted: number;
  #startedAt = 0;
  #plannedMs = 1;

  /** @throws RangeError where the load has no users, or stages that are not shares of a whole. */
  constructor(load: ClosedLoad, shared: SharedLoad, timeoutMs: number) {
    checkClosedLoad(load);
    this.#load = load;
    this.#timeoutMs = timeoutMs;
    this.#wanted = usersAt(load, 0);
    this.#users = Array.from({ length: mostUsers(load) }, (_, index) => {
      const virtual = {
        index,
        iteration: -1,
        random: seededRandom(derivedSeed(shared.seed, `user/${index}`)),
      };
      return { virtual, session: new Session(shared, index, () => this.#next(index)) };
    });
  }

  get users(): number {
    return this.#wanted;
  }

  get busy(): boolean {
    return this.#users.some(({ session }) => session.busy);
  }

  async open(): Promise<void> {
    const first = this.#users.slice(0, usersAt(this.#load, 0));
    await Promise.all(first.map(({ session }) => session.open()));
  }

  start(now: number, plannedMs: number): void {
    this.#startedAt = now;
    this.#plannedMs = plannedMs;
    this.intendedIterations = 0;
    this.#wanted = 0;
    this.#setWanted(usersAt(this.#load, 0));
  }

  pause(): void {
    this.#wanted = 0;
  }

  tend(now: number): void {
    for (const { session } of this.#users) session.expire(now, this.#timeoutMs);
    if (this.#wanted === 0 || !this.#load.stages) return;
    this.#setWanted(usersAt(this.#load, (now - this.#startedAt) / this.#plannedMs));
  }

  stop(now: number): void {
    this.#wanted = 0;
    for (const { session } of this.#users) session.stop(now);
  }

  /** A user that is no longer wanted ends when its iteration does. */
  #setWanted(wanted: number): void {
    const before = this.#wanted;
    this.#wanted = wanted;
    for (let index = before; index < wanted; index += 1) {
      if (!this.#users[index]?.session.busy) this.#next(index);
    }
  }

  #next(index: number): void {
    const user = this.#users[index];
    if (!user || index >= this.#wanted) return;
    user.virtual.iteration += 1;
    this.intendedIterations += 1;
    user.session.begin(user.virtual, performance.now(), false);
  }
}
