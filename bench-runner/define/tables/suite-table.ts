import type { Caveat } from '../../results/caveat.ts';
import type { Cell, Column, Table } from '../../results/tables.ts';
import type { Document, MeasuredGroup } from './measured-group.ts';

/** A column of a suite table; a unit and a metric only where its cells have them. */
export function column(id: string, title: string, unit?: string, metric?: string): Column {
  return { id, title, unit: unit ?? null, metric: metric ?? null };
}

/** A column of a metric's values, with the metric's own title and unit. */
export function metricColumn(
  { suite }: Pick<Document, 'suite'>,
  metric: string,
  percentile?: number,
): Column {
  const declared = suite.metrics.find(({ id }) => id === metric);
  const title = declared?.title ?? metric;
  return percentile === undefined
    ? column(metric, title, declared?.unit, metric)
    : column(`${metric}-p${percentile}`, `${title} p${percentile}`, declared?.unit, metric);
}

/**
 * A table of the suite. Its noise floor and the ratio it could have told from a tie are the largest
 * of the groups it draws on; its caveats are those of its cells and of the whole run.
 */
export function suiteTable(
  document: Pick<Document, 'caveats'>,
  table: Pick<Table, 'id' | 'title' | 'caption' | 'columns' | 'rows'> & { scenario?: string },
  groups: readonly MeasuredGroup[],
): Table {
  return {
    ...table,
    scenario: table.scenario ?? null,
    noiseFloor: largest(groups.map(({ group }) => group.noiseFloor)),
    detectableRatio: largest(groups.map(({ group }) => group.detectableRatio)),
    caveats: caveatsOfCells(document.caveats, table.rows),
  };
}

/** The largest of the groups' noise floors; null where one has none. */
export function noiseFloorOf(groups: readonly MeasuredGroup[]): number | null {
  const floors = groups.map(({ group }) => group.noiseFloor);
  return floors.includes(null) ? null : largest(floors);
}

function caveatsOfCells(caveats: readonly Caveat[], rows: readonly Cell[][]): Caveat[] {
  const codes = new Set(
    rows
      .flat()
      .flatMap((cell) => (cell.kind === 'value' || cell.kind === 'ratio' ? cell.caveats : [])),
  );
  return caveats.filter(({ code }) => codes.has(code) || code === 'quick-profile');
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
