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

/** The ratios of a table, a row of points for each of its rows; null where they are few or many. */
export function ratioChart(table: Table): RatioChart | null {
  const columns = table.columns.flatMap(({ title }, index) =>
    table.rows.some((row) => row[index]?.kind === 'ratio') ? [{ title, index }] : [],
  );
  const rows = table.rows.flatMap((row) => {
    const ratios = columns.map(({ index }): Estimate | null => {
      const cell = row[index];
      if (cell?.kind !== 'ratio' || cell.verdict === 'baseline') return null;
      return { value: cell.value, low: cell.low, high: cell.high };
    });
    const label = row.flatMap((cell) => (cell.kind === 'text' ? cell.text : [])).join(', ');
    return ratios.some((ratio) => ratio !== null) ? [{ label, ratios }] : [];
  });
  const values = rows.flatMap(({ ratios }) =>
    ratios.flatMap((ratio) => (ratio ? [ratio.low ?? ratio.value, ratio.high ?? ratio.value] : [])),
  );
  const smallest = Math.min(...values, 1);
  if (values.length < 2 || rows.length > mostRows) return null;
  return {
    kind: 'ratios',
    id: `chart-${table.id}`,
    title: table.title,
    series: columns.map(({ title }) => title),
    rows,
    logarithmic: smallest > 0 && Math.max(...values, 1) / smallest > logarithmicFrom,
  };
}
