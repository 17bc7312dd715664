/** Releases in the order of their writes, called in that order once the writes are done. */
export class PendingReleases {
  #waiting: (() => void)[] = [];
  #head = 0;
  #released = 0;

  /** Releases added so far, in all. */
  get added(): number {
    return this.#released + this.#waiting.length - this.#head;
  }

  add(release: () => void): void {
    this.#waiting.push(release);
  }

  /** Calls every release among the first `count` ever added that was not called yet. */
  releaseUpTo(count: number): void {
    while (this.#released < count && this.#head < this.#waiting.length) {
      const release = this.#waiting[this.#head]!;
      this.#head += 1;
      this.#released += 1;
      release();
    }
    if (this.#head === this.#waiting.length) {
      if (this.#head > 0) this.#waiting.length = 0;
      this.#head = 0;
    } else if (this.#head > 1024) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
  }
}
