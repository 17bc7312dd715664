import { expect, test } from 'vitest';
import type { Metric } from '../results/schema.ts';
import { analyse } from './analyse.ts';
import { caseGroups } from './case-groups.ts';
import { compareGroup } from './compare-group.ts';
import type { RawCase } from './raw-document.ts';
import {
  histogramOf,
  latency,
  measured,
  rawDocument,
  scenario,
  throughput,
  time,
  trial,
  trials,
} from './testing/raw-document.ts';

const times = (count: number, factor = 1) =>
  Array.from({ length: count }, (_, block) => (100 + block) * factor);

function compare(cases: RawCase[], metric: Metric = time) {
  const raw = rawDocument(cases, { scenarios: [scenario({ metrics: [metric.id] })] });
  const document = { ...raw, cases: analyse(raw).cases };
  const [group] = caseGroups(document).map((one) => compareGroup(one, 7));
  if (!group) throw new Error('Expected a group.');
  return group;
}

const verdicts = ({ comparisons }: ReturnType<typeof compare>) =>
  comparisons.map(({ subject, reference, verdict }) => `${subject} ${verdict} ${reference}`);

test('every two subjects are compared, the baseline as reference', () => {
  const group = compare([
    measured('pooled', trials(times(12, 0.5))),
    measured('gathered', trials(times(12, 0.25))),
    measured('plain', trials(times(12), times(12))),
  ]);
  expect(group.comparisons).toEqual([
    // Identical ratios: an interval of no width; p = 2/2^12, by Holm times 3, and never falling.
    {
      subject: 'pooled',
      reference: 'plain',
      ratio: 0.5,
      low: 0.5,
      high: 0.5,
      pairs: 12,
      adjustedP: 6 / 4096,
      verdict: 'better',
    },
    {
      subject: 'gathered',
      reference: 'plain',
      ratio: 0.25,
      low: 0.25,
      high: 0.25,
      pairs: 12,
      adjustedP: 6 / 4096,
      verdict: 'better',
    },
    {
      subject: 'gathered',
      reference: 'pooled',
      ratio: 0.5,
      low: 0.5,
      high: 0.5,
      pairs: 12,
      adjustedP: 6 / 4096,
      verdict: 'better',
    },
  ]);
  expect(group.ranks).toEqual([
    { subject: 'gathered', rank: 1, tied: false },
    { subject: 'pooled', rank: 2, tied: false },
    { subject: 'plain', rank: 3, tied: false },
  ]);
  expect(group).toMatchObject({ noiseFloor: 1, falseAlarm: false, detectableRatio: 1 });
});

test('where higher is better the verdict turns round', () => {
  const group = compare(
    [
      measured('plain', trials(times(12), times(12), 'throughput')),
      measured('pooled', trials(times(12, 0.5), [], 'throughput')),
    ],
    throughput,
  );
  expect(verdicts(group)).toEqual(['pooled worse plain']);
  expect(group.ranks.map(({ subject }) => subject)).toEqual(['plain', 'pooled']);
});

test('a difference within the A/A noise floor is a tie', () => {
  // The control was 5 % slower in every block: a false alarm, and the floor is 1.05.
  const group = (factor: number) =>
    compare([
      measured('plain', trials(new Array(12).fill(100), new Array(12).fill(105))),
      measured('pooled', trials(new Array(12).fill(100 * factor))),
    ]);
  const [within] = group(1.04).comparisons;
  expect(within).toMatchObject({ low: 1.04, high: 1.04, adjustedP: 2 / 4096, verdict: 'tie' });
  expect(group(1.04)).toMatchObject({ noiseFloor: 1.05, falseAlarm: true, detectableRatio: 1.05 });
  expect(verdicts(group(1.06))).toEqual(['pooled worse plain']);
  // 1 / 0.96 is below 1.05, 1 / 0.95 is above.
  expect(verdicts(group(0.96))).toEqual(['pooled tie plain']);
  expect(verdicts(group(0.95))).toEqual(['pooled better plain']);
});

test('five blocks decide nothing, six decide one comparison but not three', () => {
  const plain = (count: number) => measured('plain', trials(times(count), times(count)));
  const pooled = (count: number) => measured('pooled', trials(times(count, 0.1)));
  const five = compare([plain(5), pooled(5)]);
  expect(verdicts(five)).toEqual(['pooled tie plain']);
  expect(five.comparisons[0]?.adjustedP).toBe(0.0625);
  expect(five).toMatchObject({ falseAlarm: null, detectableRatio: null, noiseFloor: 1 });
  expect(five.ranks).toEqual([
    { subject: 'pooled', rank: 1, tied: true },
    { subject: 'plain', rank: 1, tied: true },
  ]);
  expect(verdicts(compare([plain(6), pooled(6)]))).toEqual(['pooled better plain']);
  const three = compare([plain(6), pooled(6), measured('gathered', trials(times(6, 0.01)))]);
  expect(three.comparisons.map(({ adjustedP }) => adjustedP)).toEqual([0.09375, 0.09375, 0.09375]);
  expect(three.detectableRatio).toBeNull();
});

test('one block is compared and decides nothing', () => {
  const group = compare([
    measured('plain', trials([100], [110])),
    measured('pooled', trials([50])),
  ]);
  expect(group.comparisons[0]).toMatchObject({
    ratio: 0.5,
    pairs: 1,
    adjustedP: 1,
    verdict: 'tie',
  });
  expect(group.noiseFloor).toBe(1.1);
});

test('without A/A pairs nothing is called different', () => {
  const group = compare([
    measured('plain', trials(times(12))),
    measured('pooled', trials(times(12, 0.5))),
  ]);
  expect(verdicts(group)).toEqual(['pooled tie plain']);
  expect(group).toMatchObject({ noiseFloor: null, falseAlarm: null, detectableRatio: null });
});

test('a zero has no ratio: the others are compared, all are ranked', () => {
  const zeros = [0, ...times(11)];
  const group = compare([
    measured('plain', trials(times(12), times(12))),
    measured('pooled', trials(zeros)),
    measured('gathered', trials(times(12, 2))),
  ]);
  expect(verdicts(group)).toEqual(['gathered worse plain']);
  expect(group.ranks.map(({ subject, rank }) => [subject, rank])).toEqual([
    ['pooled', 1],
    ['plain', 1],
    ['gathered', 2],
  ]);
});

test('a baseline of zeros has no noise floor', () => {
  const zeros = new Array<number>(12).fill(0);
  const group = compare([
    measured('plain', trials(zeros, zeros)),
    measured('pooled', trials(times(12))),
  ]);
  expect(group).toMatchObject({ comparisons: [], noiseFloor: null, falseAlarm: null });
});

test('only trials of the same block are paired', () => {
  const group = compare([
    measured('plain', trials([100, 200, 400])),
    measured('pooled', [trial(1, { time: 100 }), trial(2, { time: 100 }), trial(5, { time: 1 })]),
  ]);
  // Blocks 1 and 2: ratios 0.5 and 0.25.
  expect(group.comparisons[0]).toMatchObject({ ratio: 0.375, pairs: 2 });
});

test('histograms are compared by the 50th percentiles of the trials', () => {
  const of = (value: number, changes = {}) =>
    Array.from({ length: 6 }, (_, block) =>
      trial(block, { latency: histogramOf([1, value, 2_000]) }, changes),
    );
  const group = compare(
    [measured('plain', [...of(100), ...of(100, { role: 'control' })]), measured('pooled', of(50))],
    latency,
  );
  expect(group.comparisons[0]).toMatchObject({ ratio: 0.5, verdict: 'better' });
});

test('of failed and skipped cases nothing is said', () => {
  const key = 'write/-/plain';
  const identity = { key, scenario: 'write', parameters: {}, subject: 'plain' };
  const group = compare([
    { ...identity, status: 'failed', stage: 'check', message: 'wrong', detail: null },
  ]);
  expect(group).toEqual({
    scenario: 'write',
    parameters: {},
    noiseFloor: null,
    falseAlarm: null,
    detectableRatio: null,
    comparisons: [],
    ranks: [],
  });
});
