import { expect, test } from 'vitest';
import { type ObservedTrial, trialCaveats } from './trial-caveats.ts';

const quiet: ObservedTrial = {
  steady: true,
  batchNs: 10_000,
  timerNs: 100,
  foreignCpuShare: 0.1,
  stealShare: 0.02,
  foreignCpuGate: 0.1,
  peakDirtyShare: 1,
};
const codes = (changes: Partial<ObservedTrial>) =>
  trialCaveats({ ...quiet, ...changes }).map(({ code }) => code);

test('nothing is in force at the thresholds', () => {
  expect(codes({})).toEqual([]);
});

test('each is in force beyond its own', () => {
  expect(codes({ foreignCpuShare: 0.11 })).toEqual(['foreign-cpu']);
  expect(codes({ stealShare: 0.021 })).toEqual(['cpu-steal']);
  expect(codes({ steady: false })).toEqual(['unsteady-warm-up']);
  expect(codes({ timerNs: 101 })).toEqual(['timer-resolution']);
  expect(codes({ peakDirtyShare: 1.01 })).toEqual(['writeback']);
});

test('what is not known is not held against a trial', () => {
  expect(codes({ stealShare: null })).toEqual([]);
  expect(codes({ batchNs: null, timerNs: null })).toEqual([]);
  expect(codes({ peakDirtyShare: null })).toEqual([]);
});

test('details say what was seen and the threshold', () => {
  const seen = { foreignCpuShare: 0.34, timerNs: 250, peakDirtyShare: 1.25 };
  const details = trialCaveats({ ...quiet, ...seen });
  expect(details.map(({ detail }) => detail)).toEqual([
    'other work used 34 % of the processors; the gate is 10 %',
    'timer readings may be off by 2.5 % of a batch, more than 1 %',
    'file data that waited for the disk reached 125 % of where the kernel begins to hold up writers',
  ]);
});

test('a batch of no length is beyond any timer', () => {
  expect(trialCaveats({ ...quiet, batchNs: 0 })[0]?.detail).toContain('a batch of no length');
});
