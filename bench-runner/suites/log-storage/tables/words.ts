import { formatCell } from '../../../results/format.ts';
import type { Cell } from '../../../results/tables.ts';

/** A figure in a sentence: `2,411 MB/s (95 % interval 2,380 to 2,450, n = 10)`. */
export function inWords(cell: Cell, unit?: string): string {
  const { text, interval, n } = formatCell(cell);
  const figure = unit === undefined ? text : `${text} ${unit}`;
  if (n === null) return figure;
  return interval === null
    ? `${figure} (${n}, too few for an interval)`
    : `${figure} (95 % interval ${interval}, ${n})`;
}
