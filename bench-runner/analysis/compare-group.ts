import type { MeasuredCase } from '../results/cases.ts';
import type { Comparison, Group, Metric } from '../results/schema.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { detectableRatio } from '../statistics/detectable-ratio.ts';
import { holm } from '../statistics/holm.ts';
import { fewestForInterval } from '../statistics/median-interval.ts';
import { noiseFloor } from '../statistics/noise-floor.ts';
import { pairedRatio, type RatioEstimate } from '../statistics/paired-ratio.ts';
import { figuresByBlock, pairBlocks } from './block-pairs.ts';
import type { CaseGroup } from './case-groups.ts';
import { isDecidable } from './decidable.ts';
import { rankSubjects } from './rank-subjects.ts';
import { verdictOf } from './verdict.ts';

/**
 * Compares every two measured subjects of a group in the scenario's first metric, by the ratios of
 * the trials of one block; for a histogram metric by the trials' 50th percentiles.
 *
 * A subject is better or worse only if its p, after Holm's correction over all comparisons of the
 * group, is below 0.05, the 95 % interval of the ratio excludes 1, and the ratio lies outside the
 * A/A noise floor; anything else is a tie. Without A/A pairs there is no floor and all are ties.
 * Two subjects are not compared where one of them has a value of 0 or less: their ratio is not
 * defined.
 *
 * The reference of a pair is the baseline, or else the subject that the suite names first. The
 * false alarm is null with fewer than 6 A/A pairs, whose interval covers less than 95 %.
 *
 * @param seed the run's; each comparison draws from a seed of its own.
 */
export function compareGroup(group: CaseGroup, seed: number): Group {
  const measured = group.cases.filter((one) => one.status === 'measured');
  const control = compareControl(group, measured, seed);
  const floor = control && noiseFloor(control);
  const comparisons = decide(comparePairs(group, measured, seed), group.metric, floor);
  const decidable = comparisons.some(({ pairs }) => isDecidable(pairs, comparisons.length));
  return {
    scenario: group.scenario.id,
    parameters: group.parameters,
    noiseFloor: floor,
    falseAlarm:
      control && control.pairs >= fewestForInterval ? control.low > 1 || control.high < 1 : null,
    detectableRatio: floor !== null && decidable ? detectableRatio(comparisons, floor) : null,
    comparisons,
    ranks: rankSubjects(measured, comparisons, group.metric),
  };
}

function compareControl(
  { key, scenario, metric }: CaseGroup,
  measured: readonly MeasuredCase[],
  seed: number,
): RatioEstimate | null {
  const baseline = measured.find(({ subject }) => subject === scenario.baseline);
  if (!baseline) return null;
  return pairedRatio(
    pairBlocks(
      figuresByBlock(baseline.trials, 'control', metric.id),
      figuresByBlock(baseline.trials, 'subject', metric.id),
    ),
    derivedSeed(seed, `control/${key}/${scenario.baseline}`),
  );
}

type Undecided = RatioEstimate & Pick<Comparison, 'subject' | 'reference'>;

function comparePairs(
  { key, scenario, metric }: CaseGroup,
  measured: readonly MeasuredCase[],
  seed: number,
): Undecided[] {
  const figures = measured
    .map(({ subject, trials }) => ({
      subject,
      byBlock: figuresByBlock(trials, 'subject', metric.id),
    }))
    .sort((a, b) => isBaseline(b) - isBaseline(a));
  function isBaseline({ subject }: { subject: string }): number {
    return subject === scenario.baseline ? 1 : 0;
  }
  return figures.flatMap((reference, index) =>
    figures.slice(index + 1).flatMap((subject) => {
      const names = { subject: subject.subject, reference: reference.subject };
      const estimate = pairedRatio(
        pairBlocks(subject.byBlock, reference.byBlock),
        derivedSeed(seed, `compare/${key}/${names.subject}/${names.reference}`),
      );
      return estimate ? [{ ...names, ...estimate }] : [];
    }),
  );
}

function decide(
  undecided: readonly Undecided[],
  { better }: Metric,
  floor: number | null,
): Comparison[] {
  const adjusted = holm(undecided.map(({ p }) => p));
  return undecided.map(({ p, subject, reference, ratio, low, high, pairs }, index) => {
    const adjustedP = adjusted[index] ?? p;
    const verdict = verdictOf({ ratio, low, high, adjustedP }, better, floor);
    return { subject, reference, ratio, low, high, pairs, adjustedP, verdict };
  });
}
