/** Hands out the frame ids of one stream: unsigned 32-bit integers, 0 again after the last. */
export class FrameIds {
  #last = 0;

  next(): number {
    this.#last = (this.#last + 1) >>> 0;
    return this.#last;
  }
}
