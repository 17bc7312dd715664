import { fewestForInterval } from '../statistics/median-interval.ts';
import { clip } from './clip.ts';
import type { Contrast, ContrastLimits } from './compare-contrast.ts';
import type { ComparedGroup } from './overview-table.ts';
import { powerSentence, range, readings, times, valueSentences } from './table-caption.ts';

/**
 * What a table of a contrast shows and how to read it.
 *
 * @param against the baseline value with its axis, such as `way offset`.
 */
export function contrastCaption(
  {
    baseline,
    groups,
    against,
  }: { baseline: ComparedGroup; groups: readonly ComparedGroup[]; against: string },
  compared: { contrasts: readonly Contrast[]; limits: ContrastLimits },
): string {
  const { metric } = baseline.cases;
  return clip(
    [
      ...readings(baseline.cases, 'Shown is'),
      ...valueSentences(
        groups.map(({ cases }) => cases),
        [metric],
      ),
      ...comparisonSentences(against, compared),
    ].join(' '),
    4_000,
  );
}

function comparisonSentences(
  against: string,
  { contrasts, limits }: { contrasts: readonly Contrast[]; limits: ContrastLimits },
): string[] {
  const count = contrasts.length;
  if (count === 0) return ['Nothing could be compared.'];
  const pairs = contrasts.map((contrast) => contrast.pairs);
  const blocks = range(Math.min(...pairs), Math.max(...pairs));
  const intervals = Math.max(...pairs) >= fewestForInterval ? ' with bootstrap intervals' : '';
  const method = [
    `Each subject is compared with itself at ${against}: ratios are medians over ${blocks} blocks${intervals}.`,
    'Parameters take turns within a block, so that what is compared was measured some time apart.',
    ...(count === 1 ? [] : [`All ${count} ratios are tested with Holm’s correction.`]),
  ];
  if (limits.noiseFloor === null) {
    return [
      ...method,
      'The baseline was not measured twice in a block, so no difference is called.',
    ];
  }
  const floor = `Measured twice in each block, the baseline differed from itself by up to ${times(limits.noiseFloor)} (the largest A/A noise floor).`;
  return [...method, floor, powerSentence(limits.detectableRatio, blocks, count)];
}
