import { barProgress } from './bars.ts';
import { lineProgress } from './lines.ts';
import type { Progress } from './progress.ts';

/** Bars on a terminal, plain lines elsewhere; always on standard error. */
export function progressFor(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress(stream);
}
