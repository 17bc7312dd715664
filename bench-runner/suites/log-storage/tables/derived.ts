import { caveatsOf } from '../../../define/tables/cells.ts';
import { type MedianInterval, medianInterval } from '../../../define/tables/median-interval.ts';
import {
  type Figure,
  figuresByBlock,
  type PairedRatio,
} from '../../../define/tables/paired-ratio.ts';
import type { MeasuredCase } from '../../../results/cases.ts';
import type { Cell } from '../../../results/tables.ts';

/** A figure of a case that another is computed from. */
export interface Source extends Figure {
  of: MeasuredCase;
}

/**
 * A figure computed from several of the same block, such as a share of the time: the median over
 * the blocks that have all of them, with the 95 % interval of order statistics. Undefined where no
 * block has all, or where a value is not finite.
 *
 * @param combine is given one value of each source, in their order.
 */
export function derived(
  sources: readonly Source[],
  combine: (...values: number[]) => number,
): MedianInterval | undefined {
  const [first, ...others] = sources.map(({ of, ...figure }) => figuresByBlock(of, figure));
  const values = [...(first ?? [])].flatMap(([block, value]) => {
    const row = [value];
    for (const figures of others) {
      const other = figures.get(block);
      if (other === undefined) return [];
      row.push(other);
    }
    return [combine(...row)];
  });
  return values.every(Number.isFinite) ? medianInterval(values) : undefined;
}

/** A derived figure as a ratio whose interval and pairs are its own. */
export function asRatio({ median, low, high, n }: MedianInterval): PairedRatio {
  return { ratio: median, low, high, pairs: n };
}

/** A derived figure in a cell, with the caveats of the cases it comes from. */
export function derivedCell(
  { median, low, high, n }: MedianInterval,
  cases: readonly MeasuredCase[],
): Cell {
  return { kind: 'value', value: median, low, high, n, caveats: caveatsOf(cases) };
}

/** A value in another unit; any other cell as it is. */
export function scaled(cell: Cell, scale: number): Cell {
  if (cell.kind !== 'value' || scale === 1) return cell;
  const { value, low, high } = cell;
  return {
    ...cell,
    value: value * scale,
    low: low === null ? null : low * scale,
    high: high === null ? null : high * scale,
  };
}
