/** Where a writer's bytes go. */
export interface Sink {
  /**
   * Takes bytes by reference. They must stay unchanged until `released` is called, at once or later;
   * writes are released in the order in which they were made. Returns false when full.
   */
  write(bytes: Uint8Array, released?: () => void): boolean;
  /** Until `uncork`, writes may be held back to be handed over together. */
  cork(): void;
  uncork(): void;
}
