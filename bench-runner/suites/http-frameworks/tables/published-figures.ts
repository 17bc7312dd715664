import type { MeasuredSuite } from '../../../define/suite.ts';
import { absentCell, pairedCell, textCell } from '../../../define/tables/cells.ts';
import { groupsOf, type MeasuredGroup } from '../../../define/tables/measured-group.ts';
import { inverted, type PairedRatio, pairedRatio } from '../../../define/tables/paired-ratio.ts';
import { column, noiseFloorOf, suiteTable } from '../../../define/tables/suite-table.ts';
import { titleOf } from '../../../define/tables/titles.ts';
import type { Cell, Table } from '../../../results/tables.ts';
import { contrastGroups, contrastOf, type Sides, subjectsOf } from './contrast.ts';
import {
  type PublishedFigure,
  publishedElsewhere,
  publishedFigures,
  publishedStrictness,
  source,
} from './published.ts';
import { reasonOf } from './reasons.ts';
import { type Replication, replication, replicationLabels } from './replication.ts';

/** A published ratio beside ours, for one subject. */
export interface PublishedRow {
  cells: Cell[];
  groups: readonly MeasuredGroup[];
  /** Undefined where ours was not measured. */
  outcome: Replication | undefined;
}

/** The plan's own figures as ratios beside the same ratios here. */
export function publishedFiguresTable(measured: MeasuredSuite): Table {
  const rows = publishedRows(measured);
  return suiteTable(
    measured,
    {
      id: 'published-figures',
      title: 'Published figures, beside ours',
      caption:
        'Figures of an earlier benchmark of FastAPI and Django, without intervals, as ratios of times; above 1 the first takes longer. Ours are of other frameworks in another language on another machine, so only ratios are set side by side. Both of ours are medians of the ratios of trials in the same block, with 95 % intervals from order statistics: of the 95th percentiles of latency, and of the requests per second turned round. A ratio replicates if the interval of the first, where p95 was published, or else of the second, overlaps what was published and lies above 1.',
      columns: [
        column('figure', 'Figure'),
        column('condition', 'Published for'),
        column('published', 'Published ratio'),
        column('published-most', 'Published at most'),
        column('subject', 'Subject'),
        column('p95', 'Ratio of p95 here'),
        column('time', 'Ratio of times here'),
        column('replicates', 'Replicates'),
        column('why', 'What is known of why'),
      ],
      rows: rows.map(({ cells }) => cells),
    },
    rows.flatMap(({ groups }) => groups),
  );
}

/** The rows with what became of each, for the answer in a sentence. */
export function publishedRows(measured: MeasuredSuite): PublishedRow[] {
  return [
    ...publishedFigures.flatMap((figure) => contrastRows(measured, figure)),
    strictnessRow(measured),
    ...publishedElsewhere.map(
      ({ title, ratio }): PublishedRow => ({
        cells: [
          ...published(title, 'other frameworks', ratio),
          ...missing(5, 'not measured here yet: the suite has no Python subjects'),
        ],
        groups: [],
        outcome: undefined,
      }),
    ),
  ];
}

function contrastRows(measured: MeasuredSuite, figure: PublishedFigure): PublishedRow[] {
  const named = published(figure.title, figure.condition, figure.ratio);
  const contrast = figure.contrasts.find((one) => contrastGroups(measured, one) !== undefined);
  const groups = contrast && contrastGroups(measured, contrast);
  const rows = subjectsOf(measured, groups).flatMap((subject) => {
    const sides = contrastOf(groups, subject);
    return sides === undefined
      ? []
      : [subjectRow(measured, figure, subject, sides, contrast?.fixed?.depth)];
  });
  if (rows.length > 0) return rows;
  const reason = `not in this run: it did not measure both sides (profile ${measured.run.profile})`;
  return [{ cells: [...named, ...missing(5, reason)], groups: [], outcome: undefined }];
}

function subjectRow(
  measured: MeasuredSuite,
  figure: PublishedFigure,
  subject: string,
  sides: Sides,
  depth: unknown,
): PublishedRow {
  const floor = noiseFloorOf(sides.groups);
  const p95 = sides.ratio({ metric: 'latency', percentile: 95 });
  const rate = sides.ratio({ metric: 'request-rate' });
  const time = rate && inverted(rate);
  const judged = figure.title.startsWith('p95') ? p95 : time;
  const outcome = judged && replication(figure.ratio, judged, floor);
  const cases = [sides.of, sides.to];
  const title = titleOf(measured, subject);
  return {
    cells: [
      ...published(figure.title, figure.condition, figure.ratio),
      textCell(depth === undefined || depth === 'anywhere' ? title : `${title}, ${depth} pages`),
      paired(p95, cases, floor),
      paired(time, cases, floor),
      outcome === undefined ? absentCell('not compared') : textCell(replicationLabels[outcome]),
      reasonOf(sides),
    ],
    groups: sides.groups,
    outcome,
  };
}

function strictnessRow(measured: MeasuredSuite): PublishedRow {
  const { title, condition, ratio, scenario, of, to } = publishedStrictness;
  const named = published(title, condition, ratio);
  const group = groupsOf(measured, scenario).find(
    (one) => one.measuredCase(of) !== undefined && one.measuredCase(to) !== undefined,
  );
  const strict = group?.measuredCase(of);
  const pragmatic = group?.measuredCase(to);
  const rate = strict && pragmatic && pairedRatio(pragmatic, strict, { metric: 'request-rate' });
  if (group === undefined || !strict || !pragmatic || rate === undefined) {
    const reason = `not in this run: it did not measure ${of} and ${to} (profile ${measured.run.profile})`;
    return { cells: [...named, ...missing(5, reason)], groups: [], outcome: undefined };
  }
  const cases = [strict, pragmatic];
  const floor = group.group.noiseFloor;
  const outcome = replication(ratio, rate, floor);
  const p95 = pairedRatio(strict, pragmatic, { metric: 'latency', percentile: 95 });
  return {
    cells: [
      ...named,
      textCell(`${titleOf(measured, of)} over ${titleOf(measured, to)}`),
      paired(p95, cases, floor),
      paired(rate, cases, floor),
      textCell(replicationLabels[outcome]),
      reasonOf({ of: strict, to: pragmatic }),
    ],
    groups: [group],
    outcome,
  };
}

function published(
  title: string,
  condition: string,
  { low, high }: { low: number; high: number },
): Cell[] {
  return [
    textCell(title),
    textCell(condition),
    { kind: 'reference', value: low, source },
    low === high
      ? absentCell('one figure was published, no range')
      : { kind: 'reference', value: high, source },
  ];
}

function paired(
  ratio: PairedRatio | undefined,
  cases: Parameters<typeof pairedCell>[2],
  floor: number | null,
): Cell {
  return ratio === undefined
    ? absentCell('not compared: a value is zero or missing')
    : pairedCell(ratio, 'lower', cases, floor);
}

function missing(count: number, reason: string): Cell[] {
  return Array.from({ length: count }, () => absentCell(reason));
}
