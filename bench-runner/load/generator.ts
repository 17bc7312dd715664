/** Load of one kind. Times are those of `performance.now()`. */
export interface Generator {
  /** Opens the connections that the load begins with. */
  open(): Promise<void>;
  /** @param plannedMs how long it is meant to last. */
  start(now: number, plannedMs: number): void;
  /** Begins no further iteration; those under way go on. */
  pause(): void;
  /** Whether an iteration is under way. */
  readonly busy: boolean;
  /** To be called often: gives up requests without an answer, changes levels. */
  tend(now: number): void;
  /** Ends at once what is under way. */
  stop(now: number): void;
  /** Users of a closed load; connections in use of an open one. */
  readonly users: number;
  /** Iterations that should have begun since the start. */
  readonly intendedIterations: number;
  /** Iterations that were due and had not begun at the stop. */
  readonly lateIterations: number;
}
