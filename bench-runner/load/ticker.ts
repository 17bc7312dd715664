import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { capacity, given, passed, stopped, tickerProgram, tickPending } from './ticker-program.ts';

/**
 * Calls back at given times to about a tenth of a millisecond. Timers of the event loop have a
 * resolution of one, and polling takes a processor; so a thread sleeps until each time and wakes
 * this one.
 */
export class Ticker {
  readonly #control = new Int32Array(new SharedArrayBuffer(4 * 4));
  readonly #times = new Float64Array(new SharedArrayBuffer(capacity * 8));
  readonly #worker: Worker;
  readonly #online: Promise<unknown>;
  #given = 0;

  /** @param onTick called at about each time, once for several that are close together. */
  constructor(onTick: () => void) {
    // Evaluated from text: this module is bundled, and a thread needs a file of its own otherwise.
    this.#worker = new Worker(tickerProgram, {
      eval: true,
      workerData: {
        control: this.#control,
        times: this.#times,
        originMs: monotonicMs() - performance.now(),
      },
      stdin: false,
    });
    this.#worker.on('message', () => {
      Atomics.store(this.#control, tickPending, 0);
      onTick();
    });
    this.#online = once(this.#worker, 'online');
    this.#online.catch(() => {});
  }

  /** Resolves when the thread runs. */
  async ready(): Promise<void> {
    await this.#online;
    this.#worker.unref();
  }

  /** How many more times can be given when so many have passed. */
  room(passed: number): number {
    // Half of the places: the thread may still be about to read the time that passed last.
    return capacity / 2 - (this.#given - passed);
  }

  /** The time given as the `index`-th, from 0, of the last ones given. */
  timeOf(index: number): number {
    return this.#times[index % capacity] as number;
  }

  /** @param time of `performance.now()`, not before those given earlier. */
  give(time: number): void {
    this.#times[this.#given % capacity] = time;
    this.#given += 1;
  }

  /** Makes the times given so far known to the thread, and how many need no tick any more. */
  publish(passedSoFar: number): void {
    Atomics.store(this.#control, passed, passedSoFar);
    Atomics.store(this.#control, given, this.#given);
  }

  close(): void {
    Atomics.store(this.#control, stopped, 1);
    Atomics.notify(this.#control, stopped);
    void this.#worker.terminate();
  }
}

/** Milliseconds of the clock that all threads share. */
function monotonicMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
