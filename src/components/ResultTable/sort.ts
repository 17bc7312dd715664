import type { Cell } from '../../../bench-runner/results/tables.ts';

export type Direction = 'ascending' | 'descending';

/** A column by which a table is sorted; null leaves the rows in the document's order. */
export type Sorting = { column: number; direction: Direction } | null;

/** What the next press of a column's button does: ascending, descending, then the document's order. */
export function nextSorting(current: Sorting, column: number): Sorting {
  if (current?.column !== column) return { column, direction: 'ascending' };
  return current.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** Indices of the rows in sorted order; equal rows keep theirs, and cells without a figure stand last. */
export function sortedRows(rows: readonly (readonly Cell[])[], sorting: Sorting): number[] {
  const indices = rows.map((_, index) => index);
  if (!sorting) return indices;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return indices.toSorted((a, b) => {
    const left = sortKey(rows[a]?.[sorting.column]);
    const right = sortKey(rows[b]?.[sorting.column]);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareKeys(left, right);
  });
}

function compareKeys(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'en', { numeric: true });
}

function sortKey(cell: Cell | undefined): number | string | null {
  if (!cell || cell.kind === 'absent') return null;
  if (cell.kind === 'rank') return cell.rank;
  if (cell.kind === 'text') return bytesIn(cell.text) ?? cell.text;
  return cell.value;
}

const byteUnits: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
};

/** Bytes of a size such as `64 KB`, so that 1 MB sorts after it; null for any other text. */
function bytesIn(text: string): number | null {
  const [, figure, unit] = /^([\d.,]+) (B|[KMGT]B)$/.exec(text) ?? [];
  return figure && unit ? Number(figure.replaceAll(',', '')) * (byteUnits[unit] ?? 1) : null;
}
