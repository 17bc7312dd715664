import { expect, test } from 'vitest';
import type { Comparison } from '../results/schema.ts';
import { rankSubjects } from './rank-subjects.ts';
import { measured, throughput, time } from './testing/raw-document.ts';

const subject = (id: string, median: number) => ({
  ...measured(id, []),
  caveats: [],
  summaries: {
    time: { n: 1, median, low: null, high: null },
    throughput: { n: 1, median, low: null, high: null },
  },
});
const found = (subject: string, verdict: Comparison['verdict'], reference: string): Comparison => ({
  subject,
  reference,
  ratio: 1,
  low: 1,
  high: 1,
  pairs: 12,
  adjustedP: 0,
  verdict,
});

test('a rank is 1 + the number of subjects found better; being a tie is not transitive', () => {
  const cases = [subject('c', 3), subject('b', 2), subject('a', 1)];
  const comparisons = [found('a', 'tie', 'b'), found('b', 'tie', 'c'), found('c', 'worse', 'a')];
  expect(rankSubjects(cases, comparisons, time)).toEqual([
    { subject: 'a', rank: 1, tied: true },
    { subject: 'b', rank: 1, tied: true },
    { subject: 'c', rank: 2, tied: false },
  ]);
});

test('among ties the better median comes first, then the order given', () => {
  const cases = [subject('a', 1), subject('b', 2), subject('c', 2)];
  const order = (metric: typeof time) => rankSubjects(cases, [], metric).map((one) => one.subject);
  expect(order(time)).toEqual(['a', 'b', 'c']);
  expect(order(throughput)).toEqual(['b', 'c', 'a']);
});

test('without a figure there is no rank', () => {
  expect(rankSubjects([{ ...subject('a', 1), summaries: {} }], [], time)).toEqual([]);
});
