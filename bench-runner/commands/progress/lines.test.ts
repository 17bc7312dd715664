import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../execute/events.ts';
import { lineProgress } from './lines.ts';

function shown(events: readonly RunEvent[], stopAfter = events.length): string[] {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  let clock = 0;
  const progress = lineProgress(stream, () => clock);
  for (const [index, event] of events.entries()) {
    if (index === stopAfter) progress.stop();
    if (event.kind === 'taken') clock += 1_000;
    progress.listener(event);
  }
  return text.split('\n').slice(0, -1);
}

const started: RunEvent = {
  kind: 'started',
  runId: '20261120t093500z-1f2e',
  suites: ['multiplexer'],
  trials: 40,
  resumedTrials: 0,
};
const taken = (done: number): RunEvent => ({ kind: 'taken', done, total: 40 });

describe('lineProgress', () => {
  it('prints every twentieth part with the time left', () => {
    const trials = Array.from({ length: 40 }, (_, index) => taken(index + 1));
    const lines = shown([started, ...trials]);
    expect(lines).toHaveLength(1 + 20);
    expect(lines[0]).toBe('run 20261120t093500z-1f2e: multiplexer, 40 trials');
    // 2 trials in 2 s leave 38 s for 38.
    expect(lines[1]).toBe('trial 2 of 40, 0:38 left');
    expect(lines.at(-1)).toBe('trial 40 of 40, 0:00 left');
  });

  it('counts trials taken anew', () => {
    expect(shown([started, { kind: 'retake' }, taken(2)]).at(-1)).toBe(
      'trial 2 of 40, 0:19 left, 1 taken anew because of other work',
    );
  });

  it('says what was skipped and what would help', () => {
    const skipped: RunEvent = {
      kind: 'skipped',
      suite: 'multiplexer',
      subject: 'yamux',
      reason: 'no network',
      remedy: 'npm ci',
    };
    expect(shown([skipped])).toEqual([
      'multiplexer: skipping yamux: no network',
      '  what would help: npm ci',
    ]);
  });

  it('says of which case a CPU profile is taken, and of which none', () => {
    const place = { suite: 'multiplexer', key: 'write/-/yamux' };
    expect(
      shown([
        { kind: 'profiling', ...place, number: 3, of: 8 },
        { kind: 'unprofiled', ...place, reason: 'it failed at stage check: wrong' },
      ]),
    ).toEqual([
      'write/-/yamux: taking a CPU profile, 3 of 8',
      'write/-/yamux: no CPU profile: it failed at stage check: wrong',
    ]);
  });

  it('is silent after it was stopped', () => {
    expect(shown([started, taken(2)], 1)).toHaveLength(1);
  });
});
