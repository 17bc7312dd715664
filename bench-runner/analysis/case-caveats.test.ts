import { expect, test } from 'vitest';
import { caseCaveats } from './case-caveats.ts';
import { trial } from './testing/raw-document.ts';

const limits = { foreignCpuGate: 0.1, memoryLimitBytes: null };
const quiet = (count: number) => Array.from({ length: count }, (_, block) => trial(block, {}));
const resources = { cpuSeconds: 1, peakResidentBytes: 1_000, foreignCpuShare: 0, stealShare: 0 };

test('ten quiet trials have none', () => {
  expect(caseCaveats({ trials: quiet(10), summaries: {}, caveats: [] }, limits)).toEqual([]);
});

test('trials of the control do not make a case of enough trials', () => {
  const trials = [...quiet(9), trial(9, {}, { role: 'control' })];
  expect(caseCaveats({ trials, summaries: {}, caveats: [] }, limits)).toEqual([
    { code: 'few-trials', detail: '9 trials, fewer than 10' },
  ]);
});

test('counts the trials that have a caveat, in the order of the closed list', () => {
  const unsteady = { code: 'unsteady-warm-up', detail: 'the bound was reached' } as const;
  const trials = [
    ...quiet(8),
    trial(8, {}, { caveats: [unsteady] }),
    trial(9, {}, { caveats: [unsteady], resources: { ...resources, foreignCpuShare: 0.3 } }),
    trial(10, {}, { resources: { ...resources, foreignCpuShare: 0.4, stealShare: 0.05 } }),
  ];
  expect(caseCaveats({ trials, summaries: {}, caveats: [] }, limits)).toEqual([
    {
      code: 'foreign-cpu',
      detail: '2 of 11 trials, the first: other work used 30 % of the processors; the gate is 10 %',
    },
    {
      code: 'cpu-steal',
      detail: '1 of 11 trials: the hypervisor withheld 5 % of CPU time, more than 2 %',
    },
    { code: 'unsteady-warm-up', detail: '2 of 11 trials: the bound was reached' },
  ]);
});

test('memory near the limit of the control group', () => {
  const near = { foreignCpuGate: 0.1, memoryLimitBytes: 1_000 };
  const codes = caseCaveats({ trials: quiet(10), summaries: {}, caveats: [] }, near);
  expect(codes.map(({ code }) => code)).toEqual(['memory-limit-hit']);
});

test('keeps what cannot be worked out and drops what no longer holds', () => {
  const given = [
    { code: 'few-trials', detail: 'stale' },
    { code: 'cold-start', detail: 'caches were empty' },
  ] as const;
  expect(caseCaveats({ trials: quiet(10), summaries: {}, caveats: given }, limits)).toEqual([
    { code: 'cold-start', detail: 'caches were empty' },
  ]);
});

test('wide intervals are named by metric', () => {
  const summaries = { time: { n: 10, median: 100, low: 80, high: 120 } };
  expect(caseCaveats({ trials: quiet(10), summaries, caveats: [] }, limits)).toEqual([
    { code: 'wide-interval', detail: 'time: ±20 % of the median' },
  ]);
});
