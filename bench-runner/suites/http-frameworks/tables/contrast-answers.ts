import type { MeasuredSuite } from '../../../define/suite.ts';
import { directionOf } from '../../../define/tables/cells.ts';
import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import type { PairedRatio } from '../../../define/tables/paired-ratio.ts';
import { noiseFloorOf } from '../../../define/tables/suite-table.ts';
import { formatNumber, formatParameter } from '../../../results/format.ts';
import type { Answer } from '../../../results/schema.ts';
import type { Table } from '../../../results/tables.ts';

/** Longest text of an answer. */
const longest = 3_900;

/**
 * One answer for every scenario that asks what the values of an axis differ in: the ratio of each to
 * the one that others are compared with, of the scenario's baseline subject, as its contrast tables
 * have it.
 */
export function contrastAnswers({ suite }: MeasuredSuite, tables: readonly Table[]): Answer[] {
  return suite.scenarios.flatMap((scenario) => {
    const { contrast, metrics, baseline } = scenario;
    if (contrast === undefined) return [];
    const own = tables.filter(({ id }) =>
      id.startsWith(`${scenario.id}-${contrast.axis}-contrast`),
    );
    const sentences = own.flatMap((table) => sentencesOf(table, baseline, own.length > 1));
    const [table] = own;
    if (table === undefined || sentences.length === 0) return [];
    const metric = suite.metrics.find(({ id }) => id === metrics[0]);
    const figure = `${metric?.title ?? metrics[0]}${metric?.kind === 'histogram' ? ' (median)' : ''}`;
    const unit = scenario.axes.find(({ id }) => id === contrast.axis)?.unit ?? null;
    const against = formatParameter(contrast.baseline, unit);
    const subject = suite.subjects.find(({ id }) => id === baseline)?.title ?? baseline;
    const text = `${figure} with ${subject}, against ${against}: ${sentences.join('; ')}.`;
    return [
      {
        id: scenario.id,
        question: scenario.question,
        text: text.length <= longest ? text : `${text.slice(0, longest)}…`,
        table: table.id,
      },
    ];
  });
}

/** A part of a sentence for each value of the axis but the one that others are compared with. */
function sentencesOf(table: Table, subject: string, oneOfSeveral: boolean): string[] {
  const place = table.columns.findIndex(({ id }) => id === `${subject}-ratio`);
  // Its title ends with the values on the other axes.
  const others = oneOfSeveral ? /: against [^,]+, (.+)$/.exec(table.title)?.[1] : undefined;
  return table.rows.flatMap((row) => {
    const [value, ratio] = [row[0], row[place]];
    if (value?.kind !== 'text' || ratio?.kind !== 'ratio') return [];
    if (ratio.verdict === 'baseline') return [];
    const label = others === undefined ? value.text : `${value.text} (${others})`;
    return [
      `${label} ${phrase(ratio, ratio.value, ratio.verdict === 'better' || ratio.verdict === 'worse')}`,
    ];
  });
}

/** A paired ratio with its interval as a part of a sentence. */
export function inWords(ratio: PairedRatio, groups: readonly MeasuredGroup[]): string {
  const direction = directionOf(ratio, noiseFloorOf(groups));
  return phrase(ratio, ratio.ratio, direction === 'lower' || direction === 'higher');
}

function phrase(
  bounds: { low: number | null; high: number | null },
  ratio: number,
  toldApart: boolean,
): string {
  const [value, low, high] = [ratio, bounds.low, bounds.high].map((one) =>
    one === null ? null : formatNumber(Number(one.toPrecision(3))),
  );
  if (low === null || high === null) return `${value} times, from too few trials for an interval`;
  const interval = `95 % interval ${low} to ${high}`;
  return toldApart
    ? `${value} times (${interval})`
    : `not told apart (${value} times, ${interval})`;
}
