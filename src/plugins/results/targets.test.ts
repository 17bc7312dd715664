import { expect, test } from 'vitest';
import { exampleDocument } from '../../../bench-runner/results/testing/example-document.ts';
import { targetsOf } from './targets.ts';
import type { ResultVersion } from './versions.ts';

const document = exampleDocument();

function version(label: string, changes: Partial<ResultVersion> = {}): ResultVersion {
  return { label, title: label, live: true, heads: [document], documents: [document], ...changes };
}

/** A version from before the scenario `round-trip` and the suite itself. */
const withoutScenario = version('2', {
  heads: [
    {
      ...document,
      suite: {
        ...document.suite,
        scenarios: document.suite.scenarios.filter(({ id }) => id !== 'round-trip'),
      },
    },
  ],
});
const withoutSuite = version('1', {
  live: false,
  heads: [{ ...document, suite: { ...document.suite, id: 'other' } }],
});
const versions = [version('3'), withoutScenario, withoutSuite];

test('the menu leads to the same page, or to its nearest parent where a version lacks it', () => {
  const targets = targetsOf(versions, { suite: 'example', scenario: 'round-trip' });
  expect(targets.map(({ path, exact }) => [path, exact])).toEqual([
    ['/results/3/example/round-trip/', true],
    ['/results/2/example/', false],
    ['/results/1/', false],
  ]);
});

test('archived versions are marked, because their pages are no routes', () => {
  expect(targetsOf(versions, {}).map(({ path, live, exact }) => [path, live, exact])).toEqual([
    ['/results/3/', true, true],
    ['/results/2/', true, true],
    ['/results/1/', false, true],
  ]);
});
