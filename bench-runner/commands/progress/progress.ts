import type { Listener } from '../../execute/events.ts';
import { barProgress } from './bars.ts';
import { lineProgress } from './lines.ts';

export interface Progress {
  listener: Listener;
  /** Gives the terminal back; further events are ignored. */
  stop(): void;
}

/** Bars on a terminal, plain lines elsewhere; always on standard error. */
export function progressFor(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}
