import type { Cell } from '../../../bench-runner/results/tables.ts';

/** A cell, or neighbouring cells that are absent for the same reason and are shown as one. */
export interface CellRun {
  cell: Cell;
  /** Column of the first of them. */
  index: number;
  span: number;
}

/** The cells of a row, with those joined that say the same thing about nothing. */
export function cellRuns(cells: readonly Cell[]): CellRun[] {
  const runs: CellRun[] = [];
  for (const [index, cell] of cells.entries()) {
    const last = runs.at(-1);
    if (last && absentAlike(last.cell, cell)) last.span += 1;
    else runs.push({ cell, index, span: 1 });
  }
  return runs;
}

function absentAlike(a: Cell, b: Cell): boolean {
  return a.kind === 'absent' && b.kind === 'absent' && a.reason === b.reason;
}
