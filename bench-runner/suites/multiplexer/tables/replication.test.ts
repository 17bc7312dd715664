import { expect, it } from 'vitest';
import { type OwnRatio, replication } from './replication.ts';

const cases: [string, number, OwnRatio, ReturnType<typeof replication>][] = [
  [
    'the interval holds it, same direction',
    0.9,
    { low: 0.85, high: 0.95, direction: 'lower' },
    'replicates',
  ],
  [
    'the same direction, farther from 1',
    0.9,
    { low: 0.1, high: 0.2, direction: 'lower' },
    'same-direction-larger',
  ],
  [
    'the same direction, nearer to 1',
    0.5,
    { low: 0.8, high: 0.9, direction: 'lower' },
    'same-direction-smaller',
  ],
  [
    'slower there and here, farther',
    1.1,
    { low: 1.3, high: 1.4, direction: 'higher' },
    'same-direction-larger',
  ],
  [
    'slower there and here, nearer',
    1.5,
    { low: 1.1, high: 1.2, direction: 'higher' },
    'same-direction-smaller',
  ],
  ['slower there, faster here', 1.55, { low: 0.3, high: 0.4, direction: 'lower' }, 'opposite'],
  ['a tie that excludes it', 1.09, { low: 0.98, high: 1.02, direction: 'none' }, 'not-found'],
  ['a tie that holds it and 1', 1.09, { low: 0.98, high: 1.12, direction: 'none' }, 'undecided'],
  ['equal there, a tie here', 1, { low: 0.98, high: 1.02, direction: 'none' }, 'replicates'],
  [
    'equal there, a tie too wide to say so',
    1,
    { low: 0.5, high: 1.6, direction: 'none' },
    'undecided',
  ],
  ['equal there, different here', 1, { low: 1.1, high: 1.2, direction: 'higher' }, 'opposite'],
  ['no interval', 0.9, { low: null, high: null, direction: 'none' }, 'undecided'],
];

it.each(cases)('%s', (_, published, ours, expected) => {
  expect(replication(published, ours)).toBe(expected);
});
