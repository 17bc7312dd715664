import type { MeasuredSuite } from '../../../define/suite.ts';
import { absenceReason, absentCell, textCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import { listed } from '../../../define/tables/titles.ts';
import type { Group } from '../../../results/schema.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { derivedCell } from './derived.ts';
import { durabilityCell } from './durability-cell.ts';
import { familyRows } from './families.ts';
import { caseTitle } from './selection.ts';
import { type ShareKind, type Shares, shareKinds, sharesOf, threadsOf } from './shares.ts';
import { ours } from './subjects.ts';

/** What bounds a family's headline case. */
export interface Bottleneck {
  title: string;
  cells: Cell[];
  group: MeasuredGroup | undefined;
  /** The largest share, and others that could not be told from it; empty where there is none. */
  largest: ShareKind[];
}

export const shareTitles: Readonly<Record<ShareKind, string>> = {
  kernel: 'kernel: system calls and their copies',
  'own-code': 'own code: framing, indexes, copies in the process',
  checksum: 'checksum',
  collector: 'garbage collector',
  waiting: 'waiting',
};

/** Where the time of every family's headline case goes. */
export function bottleneckTable(measured: MeasuredSuite): Table {
  const rows = bottlenecks(measured);
  return suiteTable(
    measured,
    {
      id: 'bottlenecks',
      title: 'What bounds each family',
      caption:
        'Shares of the time of the case that stands for each family: CPU in the kernel, CPU of the process outside it, the collector’s pauses of the main thread, and time in which no CPU was used. With several threads, of the time of as many processors as they can keep busy. Each is the median over trials, so they need not add up to 100 %; CPU of V8’s own threads can make them more. The checksum’s share is what fetching takes longer with verification than without in the same run, and is taken off the own code. Bounded by is the largest share, with those whose 95 % interval of the difference to it holds 0.',
      columns: [
        column('family', 'Family'),
        column('case', 'Case'),
        column('durability', 'Durability'),
        column('kernel', 'Kernel', '%'),
        column('own-code', 'Own code', '%'),
        column('checksum', 'Checksum', '%'),
        column('collector', 'Collector', '%'),
        column('waiting', 'Waiting', '%'),
        column('bound', 'Bounded by'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ group }) => group ?? []),
  );
}

/** The rows with the largest shares, for sentences. */
export function bottlenecks(measured: MeasuredSuite): Bottleneck[] {
  return familyRows(measured).map(({ title, group, cell }) => {
    if (group === undefined) {
      const missing = Array.from({ length: shareKinds.length + 3 }, () => cell);
      return { title, group, largest: [], cells: [textCell(title), ...missing] };
    }
    const threads = threadsOf(group.group);
    const processors = Math.min(threads, measured.environment.cores);
    const one = group.measuredCase(ours);
    const shares = one && sharesOf(one, processors, unverifiedOf(measured, group));
    const largest = shares === undefined ? [] : largestOf(shares);
    const reason =
      one === undefined
        ? absenceReason(group, ours)
        : 'the scenario does not report the CPU that this follows from';
    return {
      title,
      group,
      largest,
      cells: [
        textCell(title),
        textCell(caseTitle(measured, group)),
        durabilityCell(group),
        ...shareKinds.map((kind) => shareCell(shares, kind, reason)),
        largest.length === 0
          ? absentCell(reason)
          : textCell(listed(largest.map((kind) => boundTitle(kind, group.group, processors)))),
      ],
    };
  });
}

function shareCell(shares: Shares | undefined, kind: ShareKind, reason: string): Cell {
  const share = shares?.of[kind];
  if (share !== undefined && shares !== undefined) return derivedCell(share, shares.cases);
  if (shares === undefined) return absentCell(reason);
  return absentCell(
    kind === 'checksum'
      ? 'only sequential fetch is measured with and without checksums'
      : 'the scenario does not report collector time',
  );
}

function largestOf({ of, difference }: Shares): ShareKind[] {
  const ordered = shareKinds
    .flatMap((kind) => {
      const share = of[kind];
      return share === undefined ? [] : [{ kind, median: share.median }];
    })
    .toSorted((a, b) => b.median - a.median);
  const [first, ...others] = ordered.map(({ kind }) => kind);
  if (first === undefined) return [];
  const equal = others.filter((kind) => {
    const low = difference(first, kind)?.low;
    return low === undefined || low === null || low <= 0;
  });
  return [first, ...equal];
}

function boundTitle(kind: ShareKind, group: Group, processors: number): string {
  if (kind !== 'waiting') return shareTitles[kind];
  const { durability } = group.parameters;
  if (durability === 'sync' || durability === 'interval')
    return `waiting for the disk (${durability})`;
  const threads = threadsOf(group);
  if (threads > processors) return `waiting for a processor: ${threads} threads on ${processors}`;
  return threads > 1 ? 'waiting: threads for one another' : 'waiting: the disk or the scheduler';
}

/** The same fetch without checksums, where the group is one with them. */
function unverifiedOf(measured: MeasuredSuite, { group }: MeasuredGroup) {
  if (group.parameters.checksum !== 'verified') return undefined;
  const parameters = { ...group.parameters, checksum: 'not-verified' };
  return groupsOf(measured, group.scenario, parameters)[0]?.measuredCase(ours);
}
