import { expect, test } from 'vitest';
import type { ResultDocument } from '../../../../bench-runner/results/schema.ts';
import { exampleDocument } from '../../../../bench-runner/results/testing/example-document.ts';
import { asksForLogarithm } from './logarithmic.ts';
import { chartsOf } from './of-scenario.ts';

const document = exampleDocument();

function scenario(id: string): ResultDocument['suite']['scenarios'][number] {
  const found = document.suite.scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`no scenario ${id}`);
  return found;
}

test('each set of parameters has a chart of its first metric, best subject first', () => {
  const charts = chartsOf(document, scenario('write'));
  expect(charts.map(({ kind, title }) => [kind, title])).toEqual([
    ['bars', 'Message size 1 KB'],
    ['bars', 'Message size 64 KB'],
  ]);
  expect(charts[0]).toMatchObject({
    unit: 'ns/op',
    logarithmic: false,
    bars: [
      { label: 'Pooled', value: 79, low: 78, high: 80, n: 3, rank: '1' },
      { label: 'Plain', value: 104, low: 103, high: 106, n: 3, rank: '2' },
    ],
  });
});

test('a scenario with histograms has its distributions drawn as well', () => {
  const charts = chartsOf(document, scenario('round-trip'));
  expect(charts.map(({ kind }) => kind)).toEqual(['bars', 'curves']);
  expect(charts[1]).toMatchObject({
    unit: 'µs',
    curves: [
      { label: 'Plain', points: [{ value: 150 }, { value: 270 }, { value: 297 }] },
      { label: 'Pooled', points: [{ value: 100 }, { value: 180 }, { value: 198 }] },
    ],
  });
});

test('a logarithmic scale is for positive values of which one is over 20 times another', () => {
  expect(asksForLogarithm([1, 20])).toBe(false);
  expect(asksForLogarithm([1, 20.1])).toBe(true);
  expect(asksForLogarithm([0, 100])).toBe(false);
  expect(asksForLogarithm([-1, 100])).toBe(false);
});
