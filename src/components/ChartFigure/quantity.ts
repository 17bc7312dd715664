import { formatNumber } from '../../../bench-runner/results/format.ts';

const steps = [
  { unit: 's', from: 1e6 },
  { unit: 'ms', from: 1e3 },
  { unit: 'µs', from: 0 },
] as const;

/** A figure with its unit; microseconds as `250 µs`, `1.5 ms` or `2 s`. */
export function formatQuantity(value: number, unit: string): string {
  if (unit !== 'µs') return `${formatNumber(value)} ${unit}`;
  const step = steps.find(({ from }) => Math.abs(value) >= from) ?? steps[2];
  return value === 0 ? '0' : `${formatNumber(value / (step.from || 1))} ${step.unit}`;
}

/** A figure on an axis, whose unit stands in the caption unless it changes along the axis. */
export function formatTick(value: number, unit: string): string {
  return changesUnit(unit) ? formatQuantity(value, unit) : formatNumber(value);
}

/** Whether figures of the unit are written in larger units where they are large. */
export function changesUnit(unit: string): boolean {
  return unit === 'µs';
}
