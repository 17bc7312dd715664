import type { MeasuredSuite } from '../../../define/suite.ts';
import type { Caveat } from '../../../results/caveat.ts';
import type { Cell, Column, Table } from '../../../results/tables.ts';
import type { MeasuredGroup } from './measured-group.ts';

/** A column of a suite table; a unit and a metric only where its cells have them. */
export function column(id: string, title: string, unit?: string, metric?: string): Column {
  return { id, title, unit: unit ?? null, metric: metric ?? null };
}

/**
 * A table of the suite's own page. Its noise floor and the ratio it could have told from a tie are
 * the largest of the groups it draws on; its caveats are those of their cases and of the run.
 */
export function suiteTable(
  measured: Pick<MeasuredSuite, 'caveats'>,
  table: { id: string; title: string; caption: string; columns: Column[]; rows: Cell[][] },
  groups: readonly MeasuredGroup[],
): Table {
  return {
    ...table,
    scenario: null,
    noiseFloor: largest(groups.map(({ group }) => group.noiseFloor)),
    detectableRatio: largest(groups.map(({ group }) => group.detectableRatio)),
    caveats: caveatsOfCells(measured.caveats, table.rows),
  };
}

/** Caveats of the document that some cell has, and those that hold for the whole run. */
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
