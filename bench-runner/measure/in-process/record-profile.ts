import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** What V8's sampling profiler saw in a thread: call tree, samples and the times between them. */
export type SampledProfile = Pick<
  Profiler.Profile,
  'nodes' | 'startTime' | 'endTime' | 'samples' | 'timeDeltas'
>;

/** Time between two samples, in µs: 2,500 samples in half a second. */
export const profileIntervalMicros = 200;

/** V8's sampling profiler on the thread that opens it. */
export class ProfileRecorder {
  readonly #session = new Session();

  private constructor() {
    this.#session.connect();
  }

  static async open(): Promise<ProfileRecorder> {
    const recorder = new ProfileRecorder();
    await recorder.#session.post('Profiler.enable');
    const interval = profileIntervalMicros;
    await recorder.#session.post('Profiler.setSamplingInterval', { interval });
    return recorder;
  }

  async start(): Promise<void> {
    await this.#session.post('Profiler.start');
  }

  /** What was seen since the start. */
  async stop(): Promise<SampledProfile> {
    const { profile } = await this.#session.post('Profiler.stop');
    return profile;
  }
}
