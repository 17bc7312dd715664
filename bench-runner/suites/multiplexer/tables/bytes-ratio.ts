import { absenceReason, absentCell, caveatsOf } from '../../../define/tables/cells.ts';
import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import type { Cell } from '../../../results/tables.ts';

/** Ratios of bytes this close to 1 count as equal: what is read is memory in use, to a few bytes. */
export const equalBytes = 0.01;

/**
 * Allocated bytes of a subject over those of a reference. The interval is made of the ends of both
 * intervals, so it is wider than one from paired trials would be.
 */
export function bytesRatio(group: MeasuredGroup, subject: string, reference: string): Cell {
  const of = bytesOf(group, subject);
  const to = bytesOf(group, reference);
  if (of === undefined || to === undefined) {
    const missing = of === undefined ? subject : reference;
    return absentCell(
      group.measuredCase(missing) === undefined
        ? absenceReason(group, missing)
        : `${missing} reported no allocated bytes`,
    );
  }
  if (!(to.median > 0)) return absentCell(`${reference} allocated nothing to compare with`);
  const ends = interval(of, to);
  return {
    kind: 'ratio',
    value: of.median / to.median,
    verdict: ends === undefined ? 'undecided' : verdictOf(ends),
    low: ends?.low ?? null,
    high: ends?.high ?? null,
    n: Math.min(of.n, to.n),
    caveats: caveatsOf([group.caseOf(subject), group.caseOf(reference)]),
  };
}

interface Interval {
  low: number;
  high: number;
}

function bytesOf(group: MeasuredGroup, subject: string) {
  return group.measuredCase(subject)?.summaries['allocated-bytes'];
}

function interval(
  of: { low: number | null; high: number | null },
  to: { low: number | null; high: number | null },
): Interval | undefined {
  if (of.low === null || of.high === null || to.low === null || to.high === null) return undefined;
  return to.low > 0 ? { low: of.low / to.high, high: of.high / to.low } : undefined;
}

function verdictOf({ low, high }: Interval): 'better' | 'worse' | 'tie' {
  if (high < 1 - equalBytes) return 'better';
  return low > 1 + equalBytes ? 'worse' : 'tie';
}
