import { formatNumber } from '../../../bench-runner/results/format.ts';

/** Larger units of time, the largest first, in ns. */
const steps = [
  { unit: 's', length: 1e9 },
  { unit: 'ms', length: 1e6 },
  { unit: 'µs', length: 1e3 },
] as const;

/** Units whose figures are written in larger ones where they are large, in ns. */
const lengths: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['µs', 1e3],
]);

/** A figure with its unit; microseconds as `250 µs`, `1.5 ms` or `2 s`, nanoseconds alike. */
export function formatQuantity(value: number, unit: string): string {
  const own = lengths.get(unit);
  if (own === undefined) return `${formatNumber(value)} ${unit}`;
  if (value === 0) return '0';
  const step = steps.find(({ length }) => length > own && Math.abs(value) * own >= length);
  return step
    ? `${formatNumber((value * own) / step.length)} ${step.unit}`
    : `${formatNumber(value)} ${unit}`;
}

/** A figure on an axis, whose unit stands in the caption unless it changes along the axis. */
export function formatTick(value: number, unit: string): string {
  return changesUnit(unit) ? formatQuantity(value, unit) : formatNumber(value);
}

/** Whether figures of the unit are written in larger units where they are large. */
export function changesUnit(unit: string): boolean {
  return lengths.has(unit);
}
