import type { MeasuredCase } from '../results/cases.ts';
import type { Comparison } from '../results/schema.ts';
import { derivedSeed } from '../statistics/derived-seed.ts';
import { detectableRatio } from '../statistics/detectable-ratio.ts';
import { holm } from '../statistics/holm.ts';
import { pairedRatio } from '../statistics/paired-ratio.ts';
import { figuresByBlock, pairBlocks } from './block-pairs.ts';
import { isDecidable } from './decidable.ts';
import type { ComparedGroup } from './overview-table.ts';
import { verdictOf } from './verdict.ts';

/** A case against that of the same subject at the baseline value of an axis. */
export interface Contrast
  extends Pick<Comparison, 'ratio' | 'low' | 'high' | 'pairs' | 'adjustedP' | 'verdict'> {
  of: MeasuredCase;
  /** The larger of those of the two groups; null where either has none. */
  noiseFloor: number | null;
}

/** As a table states them. */
export interface ContrastLimits {
  noiseFloor: number | null;
  detectableRatio: number | null;
}

/**
 * Compares each subject's case in each group with its own in the baseline's group, in the first
 * metric, by the ratios of the trials of one block. Statistics and verdicts are those of
 * `compareGroup`: Holm's correction is over all these ratios, and the noise floor of a ratio is the
 * larger of the two groups'.
 *
 * Groups take turns within a block, so that the two trials of a pair lie further apart in time than
 * two subjects of one group do. What changed meanwhile is in the ratios of the blocks, hence in
 * their interval; the noise floor, from trials of one group, does not hold it.
 *
 * @param groups in which one axis alone has another value than in `baseline`, which may be one.
 * @param seed the run's; each comparison draws from a seed of its own.
 */
export function compareContrast(
  groups: readonly ComparedGroup[],
  baseline: ComparedGroup,
  seed: number,
): { contrasts: Contrast[]; limits: ContrastLimits } {
  const { metric } = baseline.cases;
  const figuresOf = ({ trials }: MeasuredCase) => figuresByBlock(trials, 'subject', metric.id);
  const estimates = baseline.cases.cases.flatMap((reference) => {
    if (reference.status !== 'measured') return [];
    const figures = figuresOf(reference);
    return groups.flatMap((each) => {
      const of = each.cases.cases.find(({ subject }) => subject === reference.subject);
      if (each === baseline || of?.status !== 'measured') return [];
      const estimate = pairedRatio(
        pairBlocks(figuresOf(of), figures),
        derivedSeed(seed, `contrast/${of.key}/${reference.key}`),
      );
      const noiseFloor = largerFloor(each.group.noiseFloor, baseline.group.noiseFloor);
      return estimate ? [{ of, noiseFloor, ...estimate }] : [];
    });
  });
  const adjusted = holm(estimates.map(({ p }) => p));
  const contrasts = estimates.map(({ p, ...estimate }, index) => {
    const adjustedP = adjusted[index] ?? p;
    const verdict = verdictOf({ ...estimate, adjustedP }, metric.better, estimate.noiseFloor);
    return { ...estimate, adjustedP, verdict };
  });
  return { contrasts, limits: limitsOf(contrasts) };
}

function largerFloor(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}

function limitsOf(contrasts: readonly Contrast[]): ContrastLimits {
  const floors = contrasts.flatMap(({ noiseFloor }) => noiseFloor ?? []);
  const noiseFloor = floors.length === 0 ? null : Math.max(...floors);
  const decidable = contrasts.filter(
    (each) => each.noiseFloor !== null && isDecidable(each.pairs, contrasts.length),
  );
  return {
    noiseFloor,
    detectableRatio:
      noiseFloor !== null && decidable.length > 0 ? detectableRatio(decidable, noiseFloor) : null,
  };
}
