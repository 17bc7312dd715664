/** The two ways to write a whole message. */
export type Strategy = 'copy' | 'reference';

/** Size classes by the length's highest bit: class 10 holds 1,024 to 2,047 bytes. */
const classes = 25;
/** Longest message that the copying way can take, in bytes. */
export const longestCopied = 32 * 1024;
/** Chunk lengths tried for long messages, in bytes. */
export const chunkLengths = [16 * 1024, 32 * 1024, 64 * 1024] as const;

/** Messages of a class that are timed before one way is preferred. */
const trialsAtFirst = 16;
/** Afterwards, one message in so many of a class is timed. */
const probeEvery = 64;
/** Step of a running median, as a share of it. */
const step = 1 / 16;
/** Timings whose own median is where it starts. */
const startingTimings = 5;
/** Timings between two decisions. */
const decideEvery = 32;

/**
 * A running median: it starts as that of the first five timings, then each moves it up or down by
 * 1/16. A collection or an interruption in one write moves it by one step like any other.
 */
interface Cost {
  median: number;
  timings: number;
  first: number[];
}

const newCost = (): Cost => ({ median: 0, timings: 0, first: [] });

/**
 * Learns from the time that writes take below which length copying a message into one buffer is
 * cheaper than handing it over by reference, and how long the chunks of long messages should be.
 *
 * The first 16 messages of every size class (powers of two) and then one in 64 are timed, in turn
 * for each strategy; a running median keeps what was learnt and follows what changes. After every 32
 * timings the threshold becomes the class boundary for which the sum over classes of (messages seen
 * × cost of the strategy they get) is least; classes in which one of the strategies was never timed
 * do not count. What was seen is halved at each decision, so that a change in the mix of sizes is
 * followed. The chunk length is the one of three with the least cost a byte.
 *
 * What the caller times is the call that writes: work that the kernel or a later turn of the event
 * loop does is not seen.
 */
export class Learner {
  readonly #seen = new Float64Array(classes);
  readonly #messages = new Uint32Array(classes);
  readonly #copy = Array.from({ length: classes }, newCost);
  readonly #reference = Array.from({ length: classes }, newCost);
  readonly #chunks = chunkLengths.map(newCost);
  #timings = 0;
  #threshold = 8 * 1024;
  #chunk = chunkLengths.length - 1;
  #chunkTried = 0;

  /** Messages up to this length are copied, in bytes. */
  get threshold(): number {
    return this.#threshold;
  }

  /** Length of the chunks of long messages, in bytes. */
  get chunkBytes(): number {
    return chunkLengths[this.#chunk]!;
  }

  /** What to do with a message: a strategy, and whether to time it. */
  timed(length: number): boolean {
    const sizeClass = classOf(length);
    this.#seen[sizeClass]! += 1;
    const message = this.#messages[sizeClass]!;
    this.#messages[sizeClass] = message + 1;
    return message < trialsAtFirst || message % probeEvery === 0;
  }

  /** The strategy that is preferred for a length. */
  preferred(length: number): Strategy {
    return length <= this.#threshold ? 'copy' : 'reference';
  }

  /** The strategy to time next for a length: the one timed less often. */
  probed(length: number): Strategy {
    if (length > longestCopied) return 'reference';
    const sizeClass = classOf(length);
    return this.#copy[sizeClass]!.timings <= this.#reference[sizeClass]!.timings
      ? 'copy'
      : 'reference';
  }

  /** The chunk length to time next. */
  probedChunk(): number {
    this.#chunkTried = (this.#chunkTried + 1) % chunkLengths.length;
    return chunkLengths[this.#chunkTried]!;
  }

  /** Notes what a timed write took, in any unit of time that is always the same. */
  learn(length: number, strategy: Strategy, cost: number, chunkBytes: number): void {
    const costs = strategy === 'copy' ? this.#copy : this.#reference;
    note(costs[classOf(length)]!, cost);
    const chunk = chunkLengths.indexOf(chunkBytes as (typeof chunkLengths)[number]);
    if (strategy === 'reference' && length > chunkLengths[2] && chunk >= 0) {
      note(this.#chunks[chunk]!, cost / length);
    }
    this.#timings += 1;
    if (this.#timings % decideEvery === 0) this.#decide();
  }

  #decide(): void {
    let copied = 0;
    let all = 0;
    for (let index = 0; index < classes; index++) {
      if (this.#known(index)) all += this.#seen[index]! * this.#reference[index]!.median;
    }
    // From copying nothing upwards: each class that is copied swaps its one cost for the other.
    let least = all;
    for (let index = 0; 2 ** (index + 1) <= longestCopied; index++) {
      if (!this.#known(index)) continue;
      const { median } = this.#copy[index]!;
      all += this.#seen[index]! * (median - this.#reference[index]!.median);
      if (all < least) {
        least = all;
        copied = 2 ** (index + 1) - 1;
      }
    }
    if (this.#anyKnown()) this.#threshold = copied;
    for (let index = 0; index < classes; index++) this.#seen[index]! /= 2;
    if (this.#chunks.every((chunk) => chunk.timings > 0)) {
      this.#chunk = this.#chunks.reduce(
        (best, chunk, index) => (chunk.median < this.#chunks[best]!.median ? index : best),
        this.#chunk,
      );
    }
  }

  #known(index: number): boolean {
    return this.#copy[index]!.timings > 0 && this.#reference[index]!.timings > 0;
  }

  #anyKnown(): boolean {
    return this.#copy.some((_, index) => this.#known(index));
  }
}

function note(cost: Cost, timing: number): void {
  cost.timings += 1;
  if (cost.timings <= startingTimings) {
    cost.first.push(timing);
    cost.median = cost.first.toSorted((a, b) => a - b)[cost.first.length >> 1]!;
  } else if (timing > cost.median) cost.median *= 1 + step;
  else if (timing < cost.median) cost.median /= 1 + step;
}

function classOf(length: number): number {
  return length === 0 ? 0 : 31 - Math.clz32(length);
}
