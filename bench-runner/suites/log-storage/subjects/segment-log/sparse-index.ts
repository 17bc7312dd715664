/**
 * Where some of a segment's batches begin: one about every so many bytes. Offsets are relative to
 * the segment's first; `newestBefore` is the newest timestamp of the records before the batch.
 */
export class SparseIndex {
  readonly #intervalBytes: number;
  #offsets = new Uint32Array(64);
  #positions = new Uint32Array(64);
  #newestBefore = new Float64Array(64);
  #count = 0;
  #lastPosition = Number.NEGATIVE_INFINITY;

  constructor(intervalBytes: number) {
    this.#intervalBytes = intervalBytes;
  }

  get count(): number {
    return this.#count;
  }

  /** Told of each batch in order; keeps those that lie an interval behind the last one kept. */
  add(relativeOffset: number, position: number, newestBefore: number): void {
    if (position - this.#lastPosition < this.#intervalBytes) return;
    this.#lastPosition = position;
    if (this.#count === this.#offsets.length) this.#grow(2 * this.#count);
    this.#offsets[this.#count] = relativeOffset;
    this.#positions[this.#count] = position;
    this.#newestBefore[this.#count] = newestBefore;
    this.#count += 1;
  }

  /**
   * Where to read `count` offsets from a relative one on: from the last batch kept that begins at or
   * before the first, to the first one kept behind the last; undefined is the segment's end.
   */
  range(relativeOffset: number, count: number): { start: number; end: number | undefined } {
    const offsets = this.#offsets;
    const first = lastAtMost(offsets, this.#count, relativeOffset);
    const behind = relativeOffset + count;
    let next = first + 1;
    // Few records lie in few batches: a search over the whole index finds them no sooner.
    const near = Math.min(this.#count, next + 4);
    while (next < near && offsets[next]! < behind) next += 1;
    if (next === near) next = lastAtMost(offsets, this.#count, behind - 1) + 1;
    return {
      start: first < 0 ? 0 : this.#positions[first]!,
      end: next < this.#count ? this.#positions[next]! : undefined,
    };
  }

  /** Position of the last batch kept that begins at or before a position; 0 without one. */
  boundaryBefore(position: number): number {
    const index = lastAtMost(this.#positions, this.#count, position);
    return index < 0 ? 0 : this.#positions[index]!;
  }

  /** Offset of the last batch kept before which all records are older; 0 without one. */
  offsetBeforeTime(timestamp: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#newestBefore[middle]! < timestamp) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : this.#offsets[low - 1]!;
  }

  /** Entries as they are kept in files. */
  entries(): { offsets: Uint32Array; positions: Uint32Array; newestBefore: Float64Array } {
    return {
      offsets: this.#offsets.subarray(0, this.#count),
      positions: this.#positions.subarray(0, this.#count),
      newestBefore: this.#newestBefore.subarray(0, this.#count),
    };
  }

  /** Takes entries that a file held. */
  static of(
    intervalBytes: number,
    entries: {
      offsets: Uint32Array<ArrayBuffer>;
      positions: Uint32Array<ArrayBuffer>;
      newestBefore: Float64Array<ArrayBuffer>;
    },
  ): SparseIndex {
    const index = new SparseIndex(intervalBytes);
    index.#offsets = entries.offsets;
    index.#positions = entries.positions;
    index.#newestBefore = entries.newestBefore;
    index.#count = entries.offsets.length;
    index.#lastPosition = entries.positions.at(-1) ?? Number.NEGATIVE_INFINITY;
    return index;
  }

  #grow(length: number): void {
    const size = Math.max(64, length);
    const offsets = new Uint32Array(size);
    const positions = new Uint32Array(size);
    const newestBefore = new Float64Array(size);
    offsets.set(this.#offsets);
    positions.set(this.#positions);
    newestBefore.set(this.#newestBefore);
    this.#offsets = offsets;
    this.#positions = positions;
    this.#newestBefore = newestBefore;
  }
}

/**
 * Index of the last of `count` ascending values that is at most `wanted`; -1 without one. Looks
 * first where it would stand if the values were evenly spread, as those of batches of one size are,
 * and from there in growing steps, so that an uneven spread costs a binary search at most twice.
 */
function lastAtMost(values: Uint32Array, count: number, wanted: number): number {
  if (count === 0 || values[0]! > wanted) return -1;
  const last = count - 1;
  if (values[last]! <= wanted) return last;
  const first = values[0]!;
  let low = Math.floor((last * (wanted - first)) / (values[last]! - first));
  let high = low + 1;
  if (values[low]! <= wanted) {
    for (let step = 1; high <= last && values[high]! <= wanted; step *= 2) {
      low = high;
      high += step;
    }
    if (high > last) high = last;
  } else {
    for (let step = 1; values[low]! > wanted; step *= 2) {
      high = low;
      low = Math.max(0, low - step);
    }
  }
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
