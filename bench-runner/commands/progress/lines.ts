import type { RunEvent } from '../../execute/events.ts';
import { describeEvent } from './describe-event.ts';
import type { Progress } from './progress.ts';
import { formatDuration, TimeLeft } from './time-left.ts';

/** Lines for logs and pipes: each event worth a line, and progress at every twentieth part. */
export function lineProgress(
  stream: NodeJS.WritableStream,
  now: () => number = Date.now,
): Progress {
  let timeLeft = new TimeLeft(now(), 0);
  let shownParts = 0;
  let retakes = 0;
  let stopped = false;
  const write = (line: string) => void stream.write(`${line}\n`);
  const listener = (event: RunEvent) => {
    if (stopped) return;
    const line = describeEvent(event);
    if (line !== null) write(line);
    if (event.kind === 'started') timeLeft = new TimeLeft(now(), event.resumedTrials);
    if (event.kind === 'retake') retakes += 1;
    if (event.kind !== 'taken') return;
    const parts = Math.floor((event.done * 20) / event.total);
    if (parts === shownParts) return;
    shownParts = parts;
    const left = formatDuration(timeLeft.seconds(now(), event.done, event.total));
    const anew = retakes > 0 ? `, ${retakes} taken anew because of other work` : '';
    write(`trial ${event.done} of ${event.total}, ${left} left${anew}`);
  };
  return {
    listener,
    stop: () => {
      stopped = true;
    },
  };
}
