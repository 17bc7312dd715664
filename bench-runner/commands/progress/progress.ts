import type { Listener } from '../../execute/events.ts';

/** Shows how a run goes on. */
export interface Progress {
  listener: Listener;
  /** Gives the terminal back; further events are ignored. */
  stop(): void;
}
