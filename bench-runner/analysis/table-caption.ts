import { formatNumber } from '../results/format.ts';
import type { Group, Metric, Subject } from '../results/schema.ts';
import { fewestForInterval } from '../statistics/median-interval.ts';
import type { CaseGroup } from './case-groups.ts';
import { summaryOf } from './case-summary.ts';
import { clip } from './clip.ts';
import { pairsNeeded } from './decidable.ts';

/**
 * What a scenario's table shows and how to read it.
 *
 * @param shown the metrics that have columns.
 */
export function groupCaption(
  caseGroup: CaseGroup,
  group: Group,
  baseline: Pick<Subject, 'title'>,
  shown: readonly Metric[],
): string {
  return clip(
    [
      ...readings(caseGroup, 'Ranked by'),
      ...valueSentences([caseGroup], shown),
      ...comparisonSentences(group, baseline.title),
    ].join(' '),
    4_000,
  );
}

/** The same for a table over all parameters of a scenario. */
export function overviewCaption(
  caseGroups: readonly CaseGroup[],
  limits: { noiseFloor: number | null; detectableRatio: number | null },
): string {
  const [first] = caseGroups;
  if (!first) return '';
  const { noiseFloor, detectableRatio } = limits;
  return clip(
    [
      ...readings(first, 'Shown is'),
      ...valueSentences(caseGroups, [first.metric]),
      noiseFloor === null
        ? 'The baseline was nowhere measured twice in a block, so the noise is not known.'
        : `Measured twice in each block, the baseline differed from itself by up to ${times(noiseFloor)} (the largest A/A noise floor).`,
      detectableRatio === null
        ? 'Not every set of parameters has enough blocks to tell a difference from chance.'
        : `A difference of ${times(detectableRatio)} could have been told from a tie everywhere.`,
    ].join(' '),
    4_000,
  );
}

/** What one operation is, and which metric the table is about. */
export function readings({ scenario, metric }: CaseGroup, start: string): string[] {
  const kind = metric.kind === 'histogram' ? ', the 50th percentile' : '';
  return [
    `One operation is ${scenario.operation}.`,
    `${start} ${metric.title}${kind} (${metric.unit}; ${metric.better} is better).`,
  ];
}

/** How values came about, of a number and of a histogram, as far as either is shown. */
export function valueSentences(
  groups: readonly CaseGroup[],
  shown: readonly Pick<Metric, 'kind'>[],
): string[] {
  const counts = groups.flatMap(({ cases, metric }) =>
    cases.flatMap((one) => (one.status === 'measured' ? (summaryOf(one, metric.id)?.n ?? []) : [])),
  );
  if (counts.length === 0) return ['Nothing could be measured.'];
  const fewest = Math.min(...counts);
  const trials = `${range(fewest, Math.max(...counts))} trials`;
  const [medians, percentiles] = (['number', 'histogram'] as const).map((kind) =>
    shown.some((metric) => metric.kind === kind),
  );
  if (fewest < fewestForInterval) {
    const few = `fewer than ${fewestForInterval} are too few for a 95 % interval.`;
    return [
      percentiles && !medians
        ? `Percentiles are of all values of ${trials}; ${few}`
        : `Values are medians of ${trials}${percentiles ? ', percentiles of all their values' : ''}; ${few}`,
    ];
  }
  const resampled = 'with 95 % intervals from resampling trials.';
  return [
    ...(medians
      ? [`Values are medians of ${trials} with 95 % intervals from order statistics.`]
      : []),
    ...(percentiles
      ? [`Percentiles are of all values of ${medians ? 'these trials' : trials} ${resampled}`]
      : []),
  ];
}

function comparisonSentences({ comparisons, noiseFloor, ...group }: Group, baseline: string) {
  const count = comparisons.length;
  if (count === 0) return ['Nothing could be compared.'];
  const pairs = comparisons.map((comparison) => comparison.pairs);
  const blocks = range(Math.min(...pairs), Math.max(...pairs));
  const intervals = Math.max(...pairs) >= fewestForInterval ? ' with bootstrap intervals' : '';
  const correction =
    count === 1
      ? 'What'
      : `All ${count} comparisons of two subjects are tested with Holm’s correction; what`;
  const method = `Ratios to ${baseline} are medians over ${blocks} blocks${intervals}. ${correction} could not be told apart shares a rank.`;
  if (noiseFloor === null) {
    return [method, `${baseline} was not measured twice in a block, so no difference is called.`];
  }
  const alarm = group.falseAlarm
    ? ' Its interval excludes 1: a false alarm, which the floor accounts for.'
    : '';
  const floor = `Measured twice in each block, ${baseline} differed from itself by up to ${times(noiseFloor)} (A/A noise floor).${alarm}`;
  return [method, floor, powerSentence(group.detectableRatio, blocks, count)];
}

/**
 * What difference could have been told, or how many blocks it would take.
 *
 * @param blocks how many there were, in words. @param count comparisons corrected for.
 */
export function powerSentence(
  detectableRatio: number | null,
  blocks: string,
  count: number,
): string {
  if (detectableRatio !== null) {
    return `The smallest difference that could have been told from a tie is ${times(detectableRatio)}.`;
  }
  const needed = pairsNeeded(count);
  return `With ${blocks} blocks no difference, however large, could be told from chance${needed === null ? '' : `; ${needed} blocks would be needed`}.`;
}

/** Both numbers, or the one where they are equal. */
export function range(low: number, high: number): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}

/** A ratio in words, such as `1.03×`. */
export function times(ratio: number): string {
  return `${formatNumber(ratio)}×`;
}
