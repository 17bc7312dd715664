import type { AxisDefinition } from '../../../define/axis.ts';
import type { Durability } from '../subject.ts';

/** Sizes of values, in bytes; `full` has all of the suite. */
export function sizeAxis(
  quick: readonly number[],
  standard: readonly number[],
  full: readonly number[] = [100, 1024, 10_240],
): AxisDefinition<number> {
  return { title: 'Message size', unit: 'B', quick, standard, full };
}

/** How far a message has got when it is acknowledged; `full` has every way. */
export function durabilityAxis(
  quick: readonly Durability[],
  standard: readonly Durability[] = ['page-cache'],
): AxisDefinition<Durability> {
  return { title: 'Durability', quick, standard, full: ['page-cache', 'interval', 'sync'] };
}
