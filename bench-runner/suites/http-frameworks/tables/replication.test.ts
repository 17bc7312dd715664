import { expect, it } from 'vitest';
import { replication } from './replication.ts';

const range = { low: 1.1, high: 1.17 };
const exact = { low: 1.7, high: 1.7 };

it.each([
  ['the interval holds it', exact, [1.6, 1.8], 'replicates'],
  ['the interval overlaps the range', range, [1.05, 1.12], 'replicates'],
  ['the interval lies within the range', range, [1.12, 1.15], 'replicates'],
  ['above it', exact, [2, 3], 'larger'],
  ['below it and above 1', exact, [1.2, 1.3], 'smaller'],
  ['no difference', exact, [0.9, 1.1], 'not-found'],
  ['above 1 by less than the noise', exact, [1.001, 1.01], 'not-found'],
  ['the other way round', exact, [0.5, 0.6], 'opposite'],
  ['an interval that holds it and 1', exact, [0.9, 2], 'undecided'],
] as const)('%s', (_, published, [low, high], expected) => {
  const ours = { ratio: (low + high) / 2, low, high, pairs: 9 };
  expect(replication(published, ours, 1.02)).toBe(expected);
});

it('decides nothing without an interval', () => {
  expect(replication(exact, { ratio: 1.7, low: null, high: null, pairs: 3 }, 1.02)).toBe(
    'undecided',
  );
});
