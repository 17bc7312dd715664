import type { HttpRequest, LoadPlan } from '../define/http-load.ts';
import { type EncodedRequest, encodeRequest, type Target } from './encode-request.ts';
import type { Recording } from './recording.ts';

/**
 * A property of the request itself: most requests are new objects, and entries of a WeakMap for
 * objects that live so briefly cost the collector more than the encoding saves.
 */
const encodedKey = Symbol('encoded');

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

  /** A request's bytes, worked out once for each object that is yielded again and again. */
  encoded(request: HttpRequest & { [encodedKey]?: EncodedRequest }): EncodedRequest {
    const known = request[encodedKey];
    // A spread copies the property too: it belongs to the object that it was made for.
    if (known?.request === request && known.target === this.target) return known;
    const encoded = encodeRequest(request, this.target);
    if (Object.isExtensible(request)) request[encodedKey] = encoded;
    return encoded;
  }
}
