import { expect, test } from 'vitest';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { byCategory, categoryTitle } from './categories.ts';

const [scenario] = exampleDocument().suite.scenarios;
const named = (id: string, category?: string) => {
  if (!scenario) throw new Error('the example has no scenario');
  return { ...scenario, id, ...(category !== undefined && { category }) };
};

test('categories stand in the order of their first scenarios, those without one last', () => {
  const scenarios = [named('a'), named('b', 'stress'), named('c', 'basic'), named('d', 'stress')];
  expect(byCategory(scenarios, ({ id }) => id)).toEqual([
    { title: 'Stress', rows: ['b', 'd'] },
    { title: 'Basic', rows: ['c'] },
    { title: null, rows: ['a'] },
  ]);
});

test('a category of which nothing is shown is left out', () => {
  const scenarios = [named('a', 'basic'), named('b', 'stress')];
  expect(byCategory(scenarios, ({ id }) => (id === 'a' ? null : id))).toEqual([
    { title: 'Stress', rows: ['b'] },
  ]);
});

test.each([
  ['basic', 'Basic'],
  ['db-advanced', 'DB advanced'],
  ['real-world', 'Real world'],
])('%s is titled %s', (id, title) => {
  expect(categoryTitle(id)).toBe(title);
});
