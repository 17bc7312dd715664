import { MultiBar, type SingleBar } from 'cli-progress';
import type { RunEvent } from '../../execute/events.ts';
import { describeEvent } from './describe-event.ts';
import type { Progress } from './progress.ts';
import { formatDuration, TimeLeft } from './time-left.ts';

/** Two bars that fit the terminal: all trials with the time left, and the block with its case. */
export function barProgress(stream: NodeJS.WriteStream): Progress {
  const width = Math.max(20, (stream.columns ?? 80) - 1);
  const cut = (line: string) => (line.length > width ? `${line.slice(0, width - 1)}…` : line);
  const bars = new MultiBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    forceRedraw: true,
    format: (_options, { progress }, payload) => {
      const size = Math.min(30, Math.floor(width / 4));
      const filled = Math.round(progress * size);
      const bar = '█'.repeat(filled) + '░'.repeat(size - filled);
      return cut(`${bar} ${payload.text ?? ''}`);
    },
  });
  let timeLeft = new TimeLeft(Date.now(), 0);
  let all: SingleBar | undefined;
  let block: SingleBar | undefined;
  let retakes = 0;
  let stopped = false;
  const listener = (event: RunEvent) => {
    if (stopped) return;
    const line = describeEvent(event);
    if (line !== null) for (const part of line.split('\n')) bars.log(`${cut(part)}\n`);
    if (event.kind === 'started') {
      timeLeft = new TimeLeft(Date.now(), event.resumedTrials);
      all = bars.create(event.trials, event.resumedTrials, { text: `${event.trials} trials` });
      block = bars.create(1, 0, { text: '' });
    }
    if (event.kind === 'trial') {
      block?.setTotal(event.blocks);
      const text = `block ${event.block + 1}/${event.blocks} ${event.group}/${event.subject}`;
      block?.update(event.block, { text });
    }
    if (event.kind === 'retake') retakes += 1;
    if (event.kind === 'taken') {
      const left = formatDuration(timeLeft.seconds(Date.now(), event.done, event.total));
      const anew = retakes > 0 ? ` ${retakes} anew` : '';
      all?.update(event.done, { text: `trial ${event.done}/${event.total} ${left} left${anew}` });
    }
  };
  return {
    listener,
    stop: () => {
      stopped = true;
      bars.stop();
    },
  };
}
