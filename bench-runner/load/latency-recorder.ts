import { build, type Histogram } from 'hdr-histogram-js';

/**
 * Values below 2^11 have a counter each, larger ones 2^10 counters for each power of two: the
 * layout of HdrHistogram with 3 significant digits, so that nothing is lost on conversion.
 *
 * Source: G. Tene, HdrHistogram, https://hdrhistogram.github.io/HdrHistogram/
 */
const halfBits = 10;
const half = 1 << halfBits;
const slots = (32 - halfBits + 1) * half;
const largest = 2 ** 32 - 1;

/** Counts latencies in µs up to 71 minutes, which is where longer ones are counted. */
export class LatencyRecorder {
  readonly #counts = new Uint32Array(slots);
  #total = 0;
  #smallest = largest;
  #largest = 0;

  get total(): number {
    return this.#total;
  }

  /** @param microseconds from 0; rounded to whole ones. */
  record(microseconds: number): void {
    const value = Math.min(Math.round(microseconds), largest) >>> 0;
    const shift = Math.max(31 - Math.clz32(value) - halfBits, 0);
    const slot = shift * half + (value >>> shift);
    this.#counts[slot] = (this.#counts[slot] as number) + 1;
    this.#total += 1;
    if (value < this.#smallest) this.#smallest = value;
    if (value > this.#largest) this.#largest = value;
  }

  /**
   * The value that the share of values is at most, as HdrHistogram tells it: the largest of those
   * its counter stands for. Null without values.
   */
  percentile(percentile: number): number | null {
    if (this.#total === 0) return null;
    const wanted = Math.max(1, Math.ceil((percentile / 100) * this.#total - 1e-9));
    let seen = 0;
    for (let slot = slotOf(this.#smallest); slot < slots; slot += 1) {
      seen += this.#counts[slot] as number;
      if (seen >= wanted) return lowestOf(slot + 1) - 1;
    }
    return this.#largest;
  }

  add(other: LatencyRecorder): void {
    if (other.#total === 0) return;
    for (let slot = slotOf(other.#smallest); slot <= slotOf(other.#largest); slot += 1) {
      this.#counts[slot] = (this.#counts[slot] as number) + (other.#counts[slot] as number);
    }
    this.#total += other.#total;
    this.#smallest = Math.min(this.#smallest, other.#smallest);
    this.#largest = Math.max(this.#largest, other.#largest);
  }

  clear(): void {
    if (this.#total === 0) return;
    this.#counts.fill(0, slotOf(this.#smallest), slotOf(this.#largest) + 1);
    this.#total = 0;
    this.#smallest = largest;
    this.#largest = 0;
  }

  toHistogram(): Histogram {
    const histogram = build({
      bitBucketSize: 64,
      lowestDiscernibleValue: 1,
      highestTrackableValue: largest,
      numberOfSignificantValueDigits: 3,
    });
    if (this.#total === 0) return histogram;
    const last = slotOf(this.#largest);
    for (let slot = slotOf(this.#smallest); slot <= last; slot += 1) {
      const count = this.#counts[slot] as number;
      // The largest value is kept as it was.
      const value = slot === last ? this.#largest : lowestOf(slot);
      if (count > 0) histogram.recordValueWithCount(value, count);
    }
    return histogram;
  }
}

function slotOf(value: number): number {
  const shift = Math.max(31 - Math.clz32(value) - halfBits, 0);
  return shift * half + (value >>> shift);
}

function lowestOf(slot: number): number {
  const shift = Math.max(Math.floor(slot / half) - 1, 0);
  return (slot - shift * half) * 2 ** shift;
}
