import type { MeasuredSuite } from '../../../define/suite.ts';
import { absenceReason, absentCell, pairedCell, valueCell } from '../../../define/tables/cells.ts';
import type { MeasuredGroup } from '../../../define/tables/measured-group.ts';
import type { Figure } from '../../../define/tables/paired-ratio.ts';
import { noiseFloorOf } from '../../../define/tables/suite-table.ts';
import type { MeasuredCase } from '../../../results/cases.ts';
import type { Cell } from '../../../results/tables.ts';
import type { Measure } from '../targets.ts';
import { asRatio, derived, derivedCell, scaled } from './derived.ts';
import { groupOf, notMeasured, type Selection } from './selection.ts';
import { bareOf, ours } from './subjects.ts';

/** What a run says of a measure. */
export interface Measurement {
  cell: Cell;
  /** What it is compared with; undefined where it is a figure by itself. */
  against?: string;
  /** The group of the case itself; undefined where the run has none. */
  group: MeasuredGroup | undefined;
  /** All groups it was computed from. */
  groups: readonly MeasuredGroup[];
}

/** The segment log's figure for a measure, with interval and n, or why there is none. */
export function measure(measured: MeasuredSuite, one: Measure): Measurement {
  const group = groupOf(measured, one.of);
  if (group === undefined) {
    return { cell: absentCell(notMeasured(measured, one.of)), group, groups: [] };
  }
  switch (one.kind) {
    case 'figure': {
      const cell = valueCell(group, ours, one.metric, one.percentile);
      return { cell: scaled(cell, one.scale ?? 1), group, groups: [group] };
    }
    case 'over-bare': {
      const bare = bareOf(group) ?? 'bare-file';
      const cell = ratio(measured, { metric: one.metric }, [group, ours], [group, bare]);
      return { cell, against: bare, group, groups: [group] };
    }
    case 'less-bare-file': {
      const cell = difference(group, 'bare-file', one.metric, one.scale);
      return { cell, against: 'bare-file', group, groups: [group] };
    }
    case 'over-case':
      return overCase(measured, group, one);
  }
}

type Side = readonly [group: MeasuredGroup, subject: string];

/**
 * One case's figure over another's, paired by block, the reference counting `times` times. A reason where one of them was not measured.
 */
export function ratio(
  measured: Pick<MeasuredSuite, 'suite'>,
  figure: Figure,
  of: Side,
  to: Side,
  times = 1,
): Cell {
  const cases = measuredCases(of, to);
  if (typeof cases === 'string') return absentCell(cases);
  const [one, other] = cases;
  const found = derived(
    [
      { ...figure, of: one },
      { ...figure, of: other },
    ],
    (value, reference) => value / reference / times,
  );
  if (found === undefined)
    return absentCell(`not compared: no block has a ${figure.metric} of both`);
  const better = measured.suite.metrics.find(({ id }) => id === figure.metric)?.better ?? 'higher';
  return pairedCell(asRatio(found), better, cases, noiseFloorOf([of[0], to[0]]));
}

function difference(group: MeasuredGroup, reference: string, metric: string, scale: number): Cell {
  const cases = measuredCases([group, ours], [group, reference]);
  if (typeof cases === 'string') return absentCell(cases);
  const found = derived(
    cases.map((of) => ({ of, metric })),
    (value, other) => (value - other) * scale,
  );
  return found === undefined
    ? absentCell(`not compared: no block has a ${metric} of both`)
    : derivedCell(found, cases);
}

function overCase(
  measured: MeasuredSuite,
  group: MeasuredGroup,
  { to, metric, threads }: Extract<Measure, { kind: 'over-case' }>,
): Measurement {
  const other = groupOf(measured, to);
  if (other === undefined) {
    return { cell: absentCell(notMeasured(measured, to)), group, groups: [group] };
  }
  const { cores } = measured.environment;
  const times = threads === undefined ? 1 : Math.min(threads, cores);
  return {
    cell: ratio(measured, { metric }, [group, ours], [other, ours], times),
    against: times === 1 ? caseOf(to) : `${times} × ${caseOf(to)} (${cores} processors)`,
    group,
    groups: [group, other],
  };
}

function caseOf({ parameters }: Selection): string {
  const { producers, consumers } = parameters;
  return producers === undefined ? `${consumers} consumer` : `${producers} producer`;
}

/** Both cases, or why one is missing. */
function measuredCases(...sides: [Side, Side]): [MeasuredCase, MeasuredCase] | string {
  const [[group, subject], [other, reference]] = sides;
  const one = group.measuredCase(subject);
  const two = other.measuredCase(reference);
  if (one === undefined) return absenceReason(group, subject);
  if (two === undefined) return absenceReason(other, reference);
  return [one, two];
}
