/** Hands out the frame ids of one stream: unsigned 32-bit integers, 0 again after the last. */
export class FrameIds {
  #last: number;

  constructor(last = 0) {
    this.#last = last;
  }

  next(): number {
    this.#last = (this.#last + 1) >>> 0;
    return this.#last;
  }
}
