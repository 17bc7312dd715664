import type { Metric } from '../../../../bench-runner/results/schema.ts';
import type { Table } from '../../../../bench-runner/results/tables.ts';
import type { Estimate, RatioChart } from './types.ts';

/** Rows above which points are read in the table sooner than in a chart. */
const mostRows = 24;

/** Largest over smallest ratio above which they share a logarithmic scale. */
const logarithmicFrom = 3;

/** A table that compares the values of one axis within each subject. */
export function isContrast({ id }: Pick<Table, 'id'>): boolean {
  return /-contrast(?:-|$)/.test(id);
}

/**
 * The ratios of a scenario's contrasts, in its first metric, in one chart, a row of points for each row of a table. Tables
 * with more rows than can be read together have a chart each, or none where one alone has too many.
 */
export function ratioCharts(
  tables: readonly Table[],
  scenario: string,
  compared: Compared,
): RatioChart[] {
  const together = chartOf(tables, `chart-${scenario}-contrast`, compared);
  if (together && together.rows.length <= mostRows) return [together];
  return tables.flatMap((table) => {
    const chart = chartOf([table], `chart-${table.id}`, compared);
    return chart && chart.rows.length <= mostRows ? [chart] : [];
  });
}

interface Compared {
  metric: Pick<Metric, 'title' | 'better'>;
  /** Titles of the suite's subjects, in its order. */
  subjects: readonly string[];
}

type Row = RatioChart['rows'][number];

function chartOf(
  tables: readonly Table[],
  id: string,
  { metric: { title, better }, subjects }: Compared,
): RatioChart | null {
  const series = [...new Set(tables.flatMap((table) => ratioColumns(table).map(({ of }) => of)))];
  const shared = sharedBeginning(tables.map((table) => table.title));
  const rows = tables.flatMap((table) => rowsOf(table, series, table.title.slice(shared.length)));
  const bounds = rows.flatMap(({ ratios }) =>
    ratios.flatMap((ratio) => (ratio ? [ratio.low ?? ratio.value, ratio.high ?? ratio.value] : [])),
  );
  const [first] = tables;
  if (!first || bounds.length < 2) return null;
  const smallest = Math.min(...bounds, 1);
  return {
    kind: 'ratios',
    metric: title,
    better,
    id,
    title: tables.length === 1 ? first.title : shared.replace(/, $/, '') || first.title,
    series: series.map((label, index) => {
      const place = subjects.indexOf(label);
      return { label, mark: place < 0 ? index : place };
    }),
    rows,
    logarithmic: smallest > 0 && Math.max(...bounds, 1) / smallest > logarithmicFrom,
  };
}

/** The rows of a table that compare something, in the order of the series. */
function rowsOf(table: Table, series: readonly string[], suffix: string): Row[] {
  const columns = ratioColumns(table);
  return table.rows.flatMap((row): Row[] => {
    const ratios = series.map((wanted): Estimate | null => {
      const column = columns.find(({ of }) => of === wanted);
      const cell = column && row[column.index];
      if (cell?.kind !== 'ratio' || cell.verdict === 'baseline') return null;
      return { value: cell.value, low: cell.low, high: cell.high };
    });
    const texts = row.flatMap((cell) => (cell.kind === 'text' ? cell.text : []));
    const label = [...texts, suffix].filter((part) => part !== '').join(', ');
    return ratios.some((ratio) => ratio !== null) ? [{ label, ratios }] : [];
  });
}

/** Columns of ratios with what they are the ratios of: the column of the same id without `-ratio`. */
function ratioColumns({ columns, rows }: Table): { of: string; index: number }[] {
  return columns.flatMap(({ id, title }, index) => {
    if (!rows.some((row) => row[index]?.kind === 'ratio')) return [];
    const value = columns.find((other) => other.id === id.replace(/-ratio$/, ''));
    return [{ of: value?.title ?? title, index }];
  });
}

/** What all titles begin with, up to a comma: the rest tells the tables apart. */
function sharedBeginning([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  let shared = first;
  while (!others.every((title) => title.startsWith(shared))) shared = shared.slice(0, -1);
  const comma = shared.lastIndexOf(', ');
  return comma < 0 ? '' : shared.slice(0, comma + 2);
}
