import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, ratioCell, textCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { column, suiteTable } from '../../../define/tables/suite-table.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { bytesRatio } from './bytes-ratio.ts';
import {
  type PublishedSize,
  publishedBytes,
  publishedSizes,
  publishedTimes,
  source,
} from './go-library.ts';
import { reasonForBytes, reasonForTime } from './reasons.ts';
import { type OwnRatio, type Replication, replication, replicationLabels } from './replication.ts';
import { sizeTitle } from './titles.ts';

/** One published ratio beside ours. */
export interface PublishedRow {
  cells: Cell[];
  group: MeasuredGroup | undefined;
  /** Undefined where ours was not measured. */
  outcome: Replication | undefined;
}

const scenario = 'write-memory';

/** The Go library's figures as ratios beside the same ratios here. */
export function publishedFigures(measured: MeasuredSuite): Table {
  const rows = publishedRows(measured);
  return suiteTable(
    measured,
    {
      id: 'published-figures',
      title: 'Published figures of a Go library, beside ours',
      caption:
        'The library’s own figures, without intervals, as ratios to its Original; ours are those of writing into memory. Absolute times of another language on another machine say nothing here, so only ratios are set side by side. A ratio replicates if our 95 % interval holds it and we found the same direction. Ratios of bytes have an interval made of the ends of both subjects’ intervals, which is wider than need be, and count as equal within 1 %.',
      columns: [
        column('figure', 'Figure'),
        column('size', 'Message size'),
        column('published', 'Published ratio'),
        column('ours', 'Ratio here'),
        column('replicates', 'Replicates'),
        column('why', 'What is known of why'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ group }) => (group === undefined ? [] : [group])),
  );
}

/** The rows with what became of each, for the answer in a sentence. */
export function publishedRows(measured: MeasuredSuite): PublishedRow[] {
  return publishedSizes.flatMap((size) => {
    const group = groupsOf(measured, scenario, { size })[0];
    return [
      timeRow(measured, group, size, 'optimized', 'Time, Optimized to Original'),
      timeRow(measured, group, size, 'hybrid', 'Time, Hybrid to Original'),
      bytesRow(measured, group, size),
    ];
  });
}

function timeRow(
  measured: MeasuredSuite,
  group: MeasuredGroup | undefined,
  size: PublishedSize,
  subject: 'optimized' | 'hybrid',
  figure: string,
): PublishedRow {
  const times = publishedTimes[size];
  const published = times[subject] / times.original;
  const ours = group === undefined ? notMeasured(measured) : ratioCell(group, subject, 'original');
  const outcome = outcomeOf(published, ours);
  const why =
    group === undefined || outcome === undefined
      ? undefined
      : reasonForTime(group, size, subject, outcome);
  return row(figure, size, published, ours, outcome, why, group);
}

function bytesRow(
  measured: MeasuredSuite,
  group: MeasuredGroup | undefined,
  size: PublishedSize,
): PublishedRow {
  const bytes = publishedBytes[size];
  const published = bytes.hybrid / bytes.original;
  const ours =
    group === undefined ? notMeasured(measured) : bytesRatio(group, 'hybrid', 'original');
  const outcome = outcomeOf(published, ours);
  const why = outcome === undefined ? undefined : reasonForBytes(size);
  const figure = 'Allocated bytes, Hybrid to Original';
  return row(figure, size, published, ours, outcome, why, group);
}

function row(
  figure: string,
  size: PublishedSize,
  published: number,
  ours: Cell,
  outcome: Replication | undefined,
  why: string | undefined,
  group: MeasuredGroup | undefined,
): PublishedRow {
  const missing = ours.kind === 'absent' ? ours : absentCell('not compared');
  return {
    cells: [
      textCell(figure),
      textCell(sizeTitle(size)),
      { kind: 'reference', value: published, source },
      ours,
      outcome === undefined ? missing : textCell(replicationLabels[outcome]),
      why === undefined
        ? outcome === undefined
          ? missing
          : absentCell('no reason is established by what was measured')
        : textCell(why),
    ],
    group,
    outcome,
  };
}

function notMeasured({ run }: MeasuredSuite): Cell {
  return absentCell(
    `not in this run: it measured no message of this size into memory (profile ${run.profile})`,
  );
}

function outcomeOf(published: number, ours: Cell): Replication | undefined {
  if (ours.kind !== 'ratio') return undefined;
  const directions = { better: 'lower', worse: 'higher' } as const;
  const direction: OwnRatio['direction'] =
    ours.verdict === 'better' || ours.verdict === 'worse' ? directions[ours.verdict] : 'none';
  if (ours.verdict === 'undecided') return 'undecided';
  return replication(published, { low: ours.low, high: ours.high, direction });
}
