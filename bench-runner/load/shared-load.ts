import type { HttpRequest, LoadPlan } from '../define/http-load.ts';
import { type EncodedRequest, encodeRequest, type Target } from './encode-request.ts';
import type { Recording } from './recording.ts';

/** What all virtual users of a load share. */
export class SharedLoad {
  readonly target: Target;
  readonly plan: LoadPlan;
  readonly seed: number;
  /** Share of answers whose bodies are looked at, 0 to 1. */
  readonly checkShare: number;
  recording: Recording;
  /** Told of a mistake in the plan, which ends the load. */
  readonly onMistake: (error: unknown) => void;
  readonly #encoded = new WeakMap<HttpRequest, EncodedRequest>();

  constructor(options: {
    target: Target;
    plan: LoadPlan;
    seed: number;
    checkShare: number;
    recording: Recording;
    onMistake: (error: unknown) => void;
  }) {
    this.target = options.target;
    this.plan = options.plan;
    this.seed = options.seed;
    this.checkShare = options.checkShare;
    this.recording = options.recording;
    this.onMistake = options.onMistake;
  }

  encoded(request: HttpRequest): EncodedRequest {
    const known = this.#encoded.get(request);
    if (known) return known;
    const encoded = encodeRequest(request, this.target);
    this.#encoded.set(request, encoded);
    return encoded;
  }
}
