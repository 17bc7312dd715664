import type { Case } from '../../results/cases.ts';
import { type CaveatCode, caveatCodes } from '../../results/caveat.ts';
import type { Cell } from '../../results/tables.ts';
import type { MeasuredGroup, Ratio } from './measured-group.ts';
import type { PairedRatio } from './paired-ratio.ts';

/** Fewer pairs cannot give an interval of 95 % from order statistics. */
const fewestPairs = 6;

export function textCell(text: string): Cell {
  return { kind: 'text', text };
}

export function absentCell(reason: string): Cell {
  return { kind: 'absent', reason: reason.length <= 500 ? reason : `${reason.slice(0, 499)}…` };
}

/** Why a subject has no figure in a group. */
export function absenceReason(group: MeasuredGroup, subject: string): string {
  const one = group.caseOf(subject);
  if (one === undefined) return `${subject} did not take part in this run`;
  if (one.status === 'skipped') return `${subject} was skipped: ${one.reason}`;
  if (one.status === 'failed') return `${subject} failed (${one.stage}): ${one.message}`;
  return `${subject} has no figure to compare`;
}

/** A subject's median in a metric, or a percentile of its merged latencies. */
export function valueCell(
  group: MeasuredGroup,
  subject: string,
  metric: string,
  percentile?: number,
): Cell {
  const measured = group.measuredCase(subject);
  if (measured === undefined) return absentCell(absenceReason(group, subject));
  const summary = measured.summaries[metric];
  if (summary === undefined) return absentCell(`${subject} reported no ${metric}`);
  const caveats = caveatsOf([measured]);
  if (percentile === undefined) {
    const { median: value, low, high, n } = summary;
    return { kind: 'value', value, low, high, n, caveats };
  }
  const point = summary.percentiles?.find((one) => one.percentile === percentile);
  if (point === undefined) return absentCell(`too few values for a ${percentile}th percentile`);
  const { value, low = null, high = null } = point;
  return { kind: 'value', value, low, high, n: summary.n, caveats };
}

/** A ratio of two subjects of a group, given by `ratio`; a reason where they were not compared. */
export function ratioCell(
  group: MeasuredGroup,
  subject: string,
  reference: string,
  ratio: Ratio | undefined = group.ratio(subject, reference),
): Cell {
  if (ratio === undefined) {
    const missing = [subject, reference].find((one) => group.measuredCase(one) === undefined);
    return absentCell(
      missing === undefined
        ? 'not compared: a value is zero, negative or missing'
        : absenceReason(group, missing),
    );
  }
  const bounded = ratio.pairs >= fewestPairs;
  return {
    kind: 'ratio',
    value: ratio.ratio,
    verdict: verdictOf(group, ratio),
    low: bounded ? ratio.low : null,
    high: bounded ? ratio.high : null,
    n: ratio.pairs,
    caveats: caveatsOf([group.caseOf(subject), group.caseOf(reference)]),
  };
}

function verdictOf({ group }: MeasuredGroup, { verdict }: Ratio) {
  const decidable = group.noiseFloor !== null && group.detectableRatio !== null;
  return verdict === 'tie' && !decidable ? 'undecided' : verdict;
}

/**
 * A ratio of two cases paired by block, `better` saying which direction wins. It differs from 1
 * where its interval excludes 1 and it lies outside the noise floor.
 */
export function pairedCell(
  { ratio, low, high, pairs }: PairedRatio,
  better: 'lower' | 'higher',
  cases: readonly Case[],
  noiseFloor: number | null,
): Cell {
  const direction = directionOf({ ratio, low, high, pairs }, noiseFloor);
  const verdict =
    direction === undefined
      ? 'undecided'
      : direction === 'none'
        ? 'tie'
        : direction === better
          ? 'better'
          : 'worse';
  return { kind: 'ratio', value: ratio, verdict, low, high, n: pairs, caveats: caveatsOf(cases) };
}

/** On which side of 1 a ratio was found; undefined where the trials are too few to say. */
export function directionOf(
  { ratio, low, high }: PairedRatio,
  noiseFloor: number | null,
): 'lower' | 'higher' | 'none' | undefined {
  if (low === null || high === null || noiseFloor === null) return undefined;
  if ((low <= 1 && high >= 1) || Math.max(ratio, 1 / ratio) <= noiseFloor) return 'none';
  return ratio < 1 ? 'lower' : 'higher';
}

/** Codes in force for cases, in the order of the closed list. */
export function caveatsOf(cases: readonly (Case | undefined)[]): CaveatCode[] {
  const codes = new Set(
    cases.flatMap((one) => (one?.status === 'measured' ? one.caveats.map(({ code }) => code) : [])),
  );
  return caveatCodes.filter((code) => codes.has(code));
}
