import { expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse.ts';
import { measured, rawDocument, scenario, trials } from '../../analysis/testing/raw-document.ts';
import { countVerdicts, describeVerdicts } from './count-verdicts.ts';

const rounds = { id: 'round', title: 'Round', unit: null, values: [1, 2, 3] };
const write = scenario({ axes: [rounds] });
const times = (factor: number) => Array.from({ length: 12 }, (_, block) => (100 + block) * factor);
const at = (round: number, factor: number) => [
  measured('plain', trials(times(1), times(1.01)), { round }, write),
  measured('pooled', trials(times(factor)), { round }, write),
];

it('counts differences called, and intervals that exclude 1 though the floor holds them back', () => {
  const verdicts = countVerdicts(
    analyse(rawDocument([...at(1, 1), ...at(2, 1.005), ...at(3, 1.5)], { scenarios: [write] })),
  );
  expect(verdicts).toMatchObject({
    comparisons: 3,
    different: 1,
    intervalsWithout1: 2,
    trials: 108,
    disturbed: 0,
    failures: [],
  });
  expect(describeVerdicts(verdicts, 0)).toBe(
    [
      'different: 1 of 3 comparisons of a subject with itself (at most 0 may be)',
      'intervals that exclude 1, before the noise floor: 2 of 3',
      'ratios: median 1.005, from 1.000 to 1.500',
      'noise floors: median 1.010, from 1.010 to 1.010',
      'trials: 108, 0 of them while other work used more than its share',
    ].join('\n'),
  );
});

it('tells why comparisons are missing, each reason once', () => {
  const failed = (round: number) => ({
    key: `write/round=${round}/pooled`,
    scenario: 'write',
    parameters: { round },
    subject: 'pooled',
    status: 'failed' as const,
    stage: 'check' as const,
    message: 'a byte was wrong',
    detail: null,
  });
  const document = analyse(rawDocument([failed(1), failed(2)], { scenarios: [write] }));
  const verdicts = countVerdicts(document);
  expect(verdicts).toMatchObject({ comparisons: 0, failures: ['check: a byte was wrong'] });
  expect(describeVerdicts(verdicts, 5)).toBe('nothing was compared');
});
