import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, ratioCell, textCell, valueCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import { listed, titleOf } from '../../../define/tables/titles.ts';
import type { ParameterValue } from '../../../results/identifiers.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { bestOf, contendersOf } from './contenders.ts';
import { sizeTitle } from './titles.ts';
import { answeringScenario, type WorkloadKind, workloadKinds } from './workloads.ts';

export const baseline = 'original';

/** Which subject suits which workload, by how much; a row a message size. */
export function byWorkload(measured: MeasuredSuite): Table {
  const rows = workloadKinds.flatMap((kind) => rowsOf(measured, kind));
  return suiteTable(
    measured,
    {
      id: 'by-workload',
      title: 'Best subject by workload',
      caption:
        'Messages sent from one process to another over a Unix socket. Best are the multiplexers that no other was found better than; several are a tie, the one with the lowest median first, whose figures are shown. Ratios are of time per operation, below 1 being faster; next is the multiplexer with the lowest median that was found slower than the first.',
      columns: [
        column('workload', 'Workload'),
        column('size', 'Message size'),
        column('best', 'Best'),
        column('time', 'Time per operation', 'ns/op', 'time-per-operation'),
        column('ratio', `Ratio to ${titleOf(measured, baseline)}`),
        column('next', 'Next'),
        column('next-ratio', 'Ratio to next'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ group }) => (group === undefined ? [] : [group])),
  );
}

interface Row {
  cells: Cell[];
  group: MeasuredGroup | undefined;
}

function rowsOf(measured: MeasuredSuite, kind: WorkloadKind): Row[] {
  const rows = kind.sizes.flatMap((size) => {
    const group = groupsOf(measured, answeringScenario, { size })[0];
    return group === undefined ? [] : [{ cells: rowOf(measured, kind, size, group), group }];
  });
  if (rows.length > 0) return rows;
  const reason = `not in this run: it measured no such size over a Unix socket (profile ${measured.run.profile})`;
  const missing = Array.from({ length: 5 }, () => absentCell(reason));
  const sizes = textCell(kind.sizes.map(sizeTitle).join(', '));
  return [{ cells: [textCell(kind.title), sizes, ...missing], group: undefined }];
}

function rowOf(
  measured: MeasuredSuite,
  kind: WorkloadKind,
  size: ParameterValue,
  group: MeasuredGroup,
): Cell[] {
  const named = [textCell(kind.title), textCell(sizeTitle(size))];
  const best = bestOf(group);
  const [first] = best;
  if (first === undefined) {
    const reason = 'no multiplexer was measured: each failed or was skipped';
    return [...named, ...Array.from({ length: 5 }, () => absentCell(reason))];
  }
  const titles = best.map((subject) => titleOf(measured, subject));
  const next = nextBehind(group, first);
  return [
    ...named,
    textCell(best.length === 1 ? titles.join('') : `${listed(titles)} (tie)`),
    valueCell(group, first, 'time-per-operation'),
    first === baseline ? baselineCell(group) : ratioCell(group, first, baseline),
    next === undefined
      ? absentCell(`no multiplexer was found slower than ${titleOf(measured, first)}`)
      : textCell(titleOf(measured, next)),
    next === undefined
      ? absentCell(`no multiplexer was found slower than ${titleOf(measured, first)}`)
      : ratioCell(group, first, next),
  ];
}

/** The fastest multiplexer that the first was found better than. */
function nextBehind(group: MeasuredGroup, first: string): string | undefined {
  return contendersOf(group)
    .filter((other) => group.ratio(first, other)?.verdict === 'better')
    .map((subject) => ({ subject, median: medianOf(group, subject) }))
    .toSorted((a, b) => a.median - b.median)[0]?.subject;
}

function medianOf(group: MeasuredGroup, subject: string): number {
  const summary = group.measuredCase(subject)?.summaries['time-per-operation'];
  return summary?.median ?? Number.POSITIVE_INFINITY;
}

function baselineCell(group: MeasuredGroup): Cell {
  const n = group.measuredCase(baseline)?.summaries['time-per-operation']?.n ?? 1;
  return { kind: 'ratio', value: 1, verdict: 'baseline', low: null, high: null, n, caveats: [] };
}
