import { expect, it } from 'vitest';
import type { Case } from '../../../bench-runner/results/cases.ts';
import type { Caveat } from '../../../bench-runner/results/caveat.ts';
import { caseCaveats } from './case-caveats.ts';

const subjects = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, title: id.toUpperCase() }));
const axes = [{ id: 'size', title: 'Message size', unit: 'B', values: [1024] }];

const measured = (subject: string, caveats: Caveat[]): Case => ({
  key: `write/size=1024/${subject}`,
  scenario: 'write',
  parameters: { size: 1024 },
  subject,
  status: 'measured',
  trials: [],
  summaries: {},
  caveats,
});

const quick: Caveat = { code: 'quick-profile', detail: 'measured with the quick profile' };
const few: Caveat = { code: 'few-trials', detail: '3 trials' };

it('names the cases that a caveat holds for', () => {
  expect(caseCaveats([measured('a', [few]), measured('b', [])], subjects, axes)).toEqual([
    { code: 'few-trials', detail: 'A, message size 1 KB: 3 trials' },
  ]);
});

it('tells once, without names, what holds for all', () => {
  const cases = [measured('a', [quick]), measured('b', [quick])];
  expect(caseCaveats(cases, subjects, axes)).toEqual([quick]);
});

it('names three cases and counts the others', () => {
  const cases = ['a', 'b', 'c', 'd'].map((id) => measured(id, [few]));
  const [caveat] = caseCaveats([...cases, measured('e', [])], subjects, axes);
  expect(caveat?.detail).toMatch(/^A, .*; B, .*; C, .* and 1 more: 3 trials$/);
});

it('keeps caveats of one code together', () => {
  const cases = [measured('a', [quick, few]), measured('b', [{ ...few, detail: '4 trials' }])];
  expect(caseCaveats(cases, subjects, axes).map(({ code }) => code)).toEqual([
    'few-trials',
    'few-trials',
    'quick-profile',
  ]);
});
