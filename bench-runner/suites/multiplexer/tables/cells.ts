import type { Case } from '../../../results/cases.ts';
import { type CaveatCode, caveatCodes } from '../../../results/caveat.ts';
import type { Cell } from '../../../results/tables.ts';
import type { MeasuredGroup, Ratio } from './measured-group.ts';

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
  const { noiseFloor, detectableRatio } = group.group;
  const decidable = noiseFloor !== null && detectableRatio !== null;
  const bounded = ratio.pairs >= fewestPairs;
  return {
    kind: 'ratio',
    value: ratio.ratio,
    verdict: ratio.verdict === 'tie' && !decidable ? 'undecided' : ratio.verdict,
    low: bounded ? ratio.low : null,
    high: bounded ? ratio.high : null,
    n: ratio.pairs,
    caveats: caveatsOf([group.caseOf(subject), group.caseOf(reference)]),
  };
}

/** A subject's median in a metric. */
export function valueCell(group: MeasuredGroup, subject: string, metric: string): Cell {
  const measured = group.measuredCase(subject);
  const summary = measured?.summaries[metric];
  if (measured === undefined) return absentCell(absenceReason(group, subject));
  if (summary === undefined) return absentCell(`${subject} reported no ${metric}`);
  const { median: value, low, high, n } = summary;
  return { kind: 'value', value, low, high, n, caveats: caveatsOf([measured]) };
}

/** Codes in force for cases, in the order of the closed list. */
export function caveatsOf(cases: readonly (Case | undefined)[]): CaveatCode[] {
  const codes = new Set(
    cases.flatMap((one) => (one?.status === 'measured' ? one.caveats.map(({ code }) => code) : [])),
  );
  return caveatCodes.filter((code) => codes.has(code));
}
